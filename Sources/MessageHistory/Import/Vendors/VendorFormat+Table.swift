extension VendorFormat {
  /// Every format, in the order in which they are listed to people.
  package static let table: [VendorFormat] = flatFormats + ticketFormats + unfoldedFormats

  // MARK: One row a message

  private static let flatFormats: [VendorFormat] = [
    VendorFormat(
      name: "tidio", title: "Tidio",
      fingerprint: [
        "CONVERSATION_ID", "THREAD_ID", "TIME_SENT", "CHANNEL", "SENDER", "MESSAGE_CONTENT",
      ],
      note: "Names no employee. Seen in crisp-im/crisp-import-conversations, "
        + "res/messages_tidio.csv and lib/adapters/tidio.js.",
      layout: .flat(
        FlatLayout(
          columns: [
            .conversationID: "CONVERSATION_ID", .timestamp: "TIME_SENT", .channel: "CHANNEL",
            .direction: "SENDER", .kind: "SENDER", .contactID: "EMAIL", .contactName: "NAME",
            .text: "MESSAGE_CONTENT",
          ],
          values: [
            .direction: ["visitor": "inbound", "operator": "outbound", "automation": "outbound"],
            .kind: ["visitor": "human", "operator": "human", "automation": "automated"],
          ]))),
    VendorFormat(
      name: "intercom", title: "Intercom, by message",
      fingerprint: [
        "message_id", "message_type", "message_created_at", "message_author_type",
        "conversation_id",
      ],
      note: "Times are UTC. Seen in the manual of the Prodsight export (prodsight.ai, \"What does "
        + "the Intercom conversation export contain\").",
      layout: .flat(
        FlatLayout(
          columns: [
            .conversationID: "conversation_id", .timestamp: "message_created_at",
            .messageID: "message_id", .direction: "message_author_type",
            .kind: "message_type", .senderID: "message_author_id",
            .senderName: "message_author_name", .status: "conversation_state",
            .text: "message_body",
          ],
          values: [
            .direction: [
              "user": "inbound", "lead": "inbound", "contact": "inbound", "admin": "outbound",
              "bot": "outbound",
            ],
            .kind: [
              "conversation_message": "human", "comment": "human", "note": "note",
              "open": "reopened", "close": "closed", "timer_unsnooze": "unsnoozed",
              "assignment": "assigned", "assign_and_reopen": "reopened",
              "participant_added": "event",
            ],
          ],
          marks: [
            KindMark(column: "message_author_type", words: ["bot"], meaning: .automated)
          ],
          isUTC: true))),
    VendorFormat(
      name: "front", title: "Front, analytics export of messages",
      fingerprint: ["Message ID", "Conversation ID", "Direction", "Message date"],
      note: "The employee is the author, not the assignee. The words of Direction and Status were "
        + "not seen: the general ones hold. Seen in Front's API (analytics exports).",
      layout: .flat(
        FlatLayout(
          columns: [
            .conversationID: "Conversation ID", .timestamp: "Message date",
            .messageID: "Message ID", .direction: "Direction", .page: "Inbox",
            .status: "Status", .employeeName: "Author", .assignee: "Assignee",
            .contactID: "Contact handle", .contactName: "Contact name", .text: "Extract",
          ],
          marks: [
            KindMark(column: "Autoreply", words: KindMark.yes, meaning: .automated)
          ]))),
    VendorFormat(
      name: "kustomer", title: "Kustomer, data export of messages",
      fingerprint: ["ID", "Channel", "App", "Direction", "Direction Type"],
      note: "The names of the conversation and of the time were not seen: the general mapping "
        + "finds them, or the configuration says. Seen in help.kustomer.com (data export of "
        + "Message standard attributes, message attributes).",
      layout: .flat(
        FlatLayout(
          columns: [.messageID: "ID", .channel: "Channel", .direction: "Direction"],
          values: [.direction: ["in": "inbound", "out": "outbound"]],
          marks: [KindMark(column: "Auto", words: KindMark.yes, meaning: .automated)],
          general: [.conversationID, .timestamp]))),
    VendorFormat(
      name: "discourse-chat", title: "Discourse chat",
      fingerprint: [
        "id", "chat_channel_id", "chat_channel_name", "user_id", "username", "message", "cooked",
        "created_at",
      ],
      note: "Has no direction: `own` lists the user names of the staff. Deleted messages are "
        + "among the rows. Seen in discourse/discourse, pull request 22113.",
      layout: .flat(
        FlatLayout(
          columns: [
            .conversationID: "chat_channel_id", .timestamp: "created_at", .messageID: "id",
            .direction: "username", .senderID: "user_id", .senderName: "username",
            .text: "message",
          ],
          isUTC: true, isDirectionBySender: true))),
    VendorFormat(
      name: "webio", title: "Webio, messages",
      fingerprint: ["Convo Id", "DateSent", "Direction", "Data", "Botname", "Mode"],
      note: "`Sent By` made the campaign and is no employee. Seen in knowledge.webio.com "
        + "(Reporting), whose text and example of the dates differ.",
      layout: .flat(
        FlatLayout(
          columns: [
            .conversationID: "Convo Id", .timestamp: "DateSent", .direction: "Direction",
            .kind: "Mode", .channel: "Channel", .contactID: "To", .text: "Data",
          ],
          values: [
            .direction: ["In": "inbound", "Out": "outbound"],
            .kind: ["agent": "human", "bot": "automated", "null": "human"],
          ]))),
    VendorFormat(
      name: "chatwoot", title: "Chatwoot, messages table",
      fingerprint: [
        "id", "content", "message_type", "private", "conversation_id", "inbox_id", "created_at",
      ],
      note: "`status` is of the delivery and is not read. Times are UTC. Seen in "
        + "chatwoot/chatwoot, app/models/message.rb.",
      layout: .flat(
        FlatLayout(
          columns: [
            .conversationID: "conversation_id", .timestamp: "created_at", .messageID: "id",
            .direction: "message_type", .kind: "message_type", .page: "inbox_id",
            .senderID: "sender_id", .text: "content",
          ],
          values: [
            .direction: [
              "0": "inbound", "1": "outbound", "3": "outbound", "incoming": "inbound",
              "outgoing": "outbound", "template": "outbound",
            ],
            .kind: [
              "0": "human", "1": "human", "2": "event", "3": "automated", "incoming": "human",
              "outgoing": "human", "activity": "event", "template": "automated",
            ],
          ],
          marks: [
            KindMark(column: "private", words: KindMark.yes, meaning: .note),
            KindMark(
              column: "sender_type", words: ["AgentBot", "Captain::Assistant"],
              meaning: .automated),
          ],
          isUTC: true))),
  ]

  // MARK: One row a ticket

  private static let ticketFormats: [VendorFormat] = [
    VendorFormat(
      name: "gorgias-tickets", title: "Gorgias, tickets",
      fingerprint: ["Ticket id", "Creation date", "Closed date", "Created by an agent"],
      note: "Times are naive. Beside gorgias-messages it gives the contact, the channel, the "
        + "assignee, the end and the rating. Seen in crisp-im/crisp-import-conversations, "
        + "res/conversations_gorgias.csv.",
      layout: .unfolded(
        .tickets(
          TicketLayout(
            id: "Ticket id", created: "Creation date",
            firstResponse: .after("First response time (s)", unit: .seconds(1)),
            ended: ["Closed date"], assignee: "Assignee name", contactID: "Customer email",
            contactName: "Customer name", channel: "Initial channel",
            startedByUs: .flag("Created by an agent"),
            rating: TicketLayout.Rating(score: "Survey score", at: "Survey replied date"))))),
    VendorFormat(
      name: "zendesk-tickets", title: "Zendesk, tickets",
      fingerprint: ["Id", "Requester", "Submitter", "Status", "Created at", "Solved at"],
      note: "A ticket whose submitter is not its requester was begun by us. Times are of the "
        + "account's zone. Seen in two independent readers and writers of that header.",
      layout: .unfolded(
        .tickets(
          TicketLayout(
            id: "Id", created: "Created at",
            firstResponse: .after("First reply time in minutes", unit: .minutes(1)),
            ended: ["Solved at"], status: "Status", assignee: "Assignee",
            contactID: "Requester id", contactName: "Requester", channel: "Via",
            startedByUs: .differ("Requester", "Submitter"),
            statuses: ["new": "open"])))),
    VendorFormat(
      name: "freshdesk-tickets", title: "Freshdesk, tickets",
      fingerprint: [
        "Ticket ID", "Status", "Created time", "Resolved time", "Closed time",
        "Initial response time",
      ],
      note: "Seen in a copy of the server's test and five readers.",
      layout: .unfolded(
        .tickets(
          TicketLayout(
            id: "Ticket ID", created: "Created time",
            firstResponse: .at("Initial response time"), ended: ["Resolved time", "Closed time"],
            status: "Status", assignee: "Agent", contactID: "Contact ID",
            contactName: "Full name", channel: "Source",
            statuses: [
              "Waiting on Customer": "pending", "Waiting on Third Party": "pending",
            ])))),
  ]

  // MARK: Joined, threaded or no table

  private static let unfoldedFormats: [VendorFormat] = [
    VendorFormat(
      name: "gorgias-messages", title: "Gorgias, messages",
      fingerprint: ["id", "body_text", "sent_datetime", "customer_id", "sender_info"],
      note: "`id` is the ticket's; a message is the customer's where its sender's address is the "
        + "ticket's customer e-mail, so gorgias-tickets is wanted beside it. Seen in "
        + "crisp-im/crisp-import-conversations, res/messages_gorgias.csv.",
      layout: .unfolded(.gorgiasMessages)),
    VendorFormat(
      name: "zendesk-comments", title: "Zendesk, comments",
      fingerprint: ["id", "body", "created", "public", "ticket_id", "user_id"],
      note: "The role of the author gives the direction, so zendesk-users is wanted beside it. "
        + "Times are UTC. Seen in fivetran/dbt_zendesk, "
        + "integration_tests/seeds/ticket_comment_data.csv.",
      layout: .unfolded(.zendeskComments)),
    VendorFormat(
      name: "zendesk-users", title: "Zendesk, users",
      fingerprint: ["id", "role", "name", "email", "time_zone", "ticket_restriction"],
      note: "Gives the roles of the authors of zendesk-comments; has no messages of its own. Seen "
        + "in fivetran/dbt_zendesk_source, integration_tests/seeds/user_data.csv.",
      layout: .unfolded(.zendeskUsers)),
    VendorFormat(
      name: "twilio", title: "Twilio, message log",
      fingerprint: [
        "From", "To", "Body", "Status", "AccountSid", "Sid", "Direction", "NumSegments",
      ],
      note: "A conversation is a pair of numbers; our number is the page. Names no employee. Seen "
        + "in two readers of the console's log and in twilio.com/docs/usage/bulkexport/day.",
      layout: .unfolded(.twilioLog)),
    VendorFormat(
      name: "ringcentral", title: "RingCentral Engage Digital, messages",
      fingerprint: [
        "id", "created_at", "content_thread_id", "source_name", "creator_id", "author_id",
        "auto_submitted",
      ],
      note: "A message is ours where it has a creator, or where its status says Agent message or "
        + "Agent reply. Times have no zone, the day first. Seen in the documentation of RingCentral "
        + "Engage Digital (main export fields, messages).",
      layout: .unfolded(.ringCentralMessages)),
    VendorFormat(
      name: "twcs", title: "Customer Support on Twitter",
      fingerprint: [
        "tweet_id", "author_id", "inbound", "created_at", "response_tweet_id",
        "in_response_to_tweet_id",
      ],
      note: "A conversation is what hangs together by replies; its page is the first company to "
        + "answer in it. Seen in the published set (twcs.csv).",
      layout: .unfolded(.twitterThreads)),
    VendorFormat(
      name: "messenger", title: "Messenger, download your information", fingerprint: [],
      note: metaNote, layout: .unfolded(.metaConversation(channel: "messenger"))),
    VendorFormat(
      name: "instagram", title: "Instagram, download your information", fingerprint: [],
      note: metaNote, layout: .unfolded(.metaConversation(channel: "instagram"))),
    VendorFormat(
      name: "whatsapp", title: "WhatsApp, chat exported on a phone", fingerprint: [],
      note: "`own` lists our name in the chat. Times are the phone's. The conversation is the "
        + "file's name. Seen in joweich/chat-miner, chatpack and rodrigogs/whats-reader#70.",
      layout: .unfolded(.whatsAppChat)),
    VendorFormat(
      name: "crisp", title: "Crisp, conversations as JSON", fingerprint: [],
      note: "Crisp's own export was not seen; this is the form that its import takes. Seen in "
        + "crisp-im/crisp-import-conversations, res/conversations.json.",
      layout: .unfolded(.crispConversations)),
  ]

  private static let metaNote =
    "JSON whose text was encoded twice, which is undone. `own` lists the page's name; no employee "
    + "is named. Seen in joweich/chat-miner, chatminer/chatparsers.py, and MasterScrat/Chatistics#49."
}
