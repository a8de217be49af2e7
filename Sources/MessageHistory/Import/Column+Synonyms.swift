extension Column {
  /// Other names of the column that exports use, folded as `HeaderName` folds a header; the
  /// likelier ones first.
  ///
  /// Only names that mean one thing are listed: `user`, `id`, `name` or `from` are left to the
  /// configuration.
  package var synonyms: [String] {
    switch self {
    case .conversationID:
      [
        "conversation", "conversationid", "convo_id", "conv_id", "conn_id", "thread_id",
        "threadid", "chat_id", "chatid", "ticket_id", "ticketid", "case_id",
      ]
    case .timestamp:
      [
        "timestamp_utc", "time", "datetime", "date_time", "sent_at", "created_at", "time_sent",
        "sent_datetime", "sendtime", "message_created_at", "message_date", "datesent",
        "sent_date", "sentdate", "date_sent", "date", "timestamp_ms",
      ]
    case .direction: ["message_direction", "direction_type"]
    case .messageID: ["messageid", "msg_id", "message_uuid", "sid"]
    case .page: ["page_id", "page_name", "source_name", "inbox", "account", "brand", "mailbox"]
    case .channel: ["channel_type", "medium", "platform", "network", "source_type"]
    case .kind: ["message_kind", "message_type", "event_type", "part_type"]
    case .senderID: ["author_id", "message_author_id", "senderid"]
    case .senderName:
      ["sender", "author", "author_name", "message_author_name", "from_name", "sent_by"]
    case .employeeID: ["agent_id", "agentid", "operator_id", "teammate_id"]
    case .employeeName:
      ["employee", "agent", "agent_name", "operator", "operator_name", "teammate"]
    case .contactID: ["customer_id", "customerid", "visitor_id"]
    case .contactName:
      ["contact", "customer", "customer_name", "visitor_name", "contact_handle"]
    case .assignee: ["assigned_to", "assignee_name", "assigned_agent"]
    case .status:
      ["conversation_status", "conversation_state", "ticket_status", "state"]
    case .tag: ["message_tag"]
    case .rating: ["csat", "survey_score", "satisfaction", "satisfaction_score", "stars"]
    case .text:
      [
        "message", "body", "message_text", "message_body", "message_content", "content",
        "body_text", "extract",
      ]
    }
  }
}
