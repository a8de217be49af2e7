import ResponseMetrics

/// The report in Norwegian, Bokmål.
struct NorwegianWording: Wording {
  let language = ReportLanguage.norwegian
  let standardTitle = "Svarprosent og svartid"
  let standardSubject = "{{title}}: {{period}}"

  // MARK: Numbers and dates

  let numbers = NumberWording(
    decimalMark: ",", groupMark: "\u{A0}", percentSpace: "\u{A0}", second: "s", minute: "min",
    hour: "t", day: "d")

  let dates = DateWording(
    shortMonths: [
      "jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.",
      "des.",
    ],
    longMonths: [
      "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
      "oktober", "november", "desember",
    ],
    shortWeekdays: ["man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn."],
    timeMark: ":",
    dayOfMonth: "{day}.",
    firstOfMonth: "1.",
    dayAndMonth: "{day}\u{A0}{month}",
    date: "{date}\u{A0}{year}",
    shortMonthAndYear: "{month}\u{A0}{year}",
    longMonthAndYear: "{month} {year}",
    quarter: "{n}. kvartal {year}",
    weekdayAndDate: "{weekday} {date}",
    axisDay: "{day}\u{A0}{month}",
    weekFrom: "Uken fra {date}",
    noPeriod: "Ingen periode",
    asOf: "per {instant}",
    comparedWith: "sammenlignet med {period}")

  // MARK: The first words of a part

  let scopes = ScopeWording(
    allPages: "Alle sider",
    noMessages: "Ingen meldinger i denne perioden",
    lead: Phrase(
      one: "{rate} av {openers} henvendelse ble besvart, innen {median}.",
      other: "{rate} av {openers} henvendelser ble besvart, halvparten av dem innen {median}."),
    leadUnanswered: Phrase(
      one: "{openers} henvendelse, ikke besvart.",
      other: "Ingen av {openers} henvendelser ble besvart."),
    leadNoOpeners: "Det kom meldinger i denne perioden, men ingen som krevde svar.",
    indexBetter: "bedre",
    indexWorse: "dårligere",
    indexNormal: "normal variasjon",
    provisionalOpen: """
      Perioden slutter etter rapporttidspunktet: tallene og sammenligningen er foreløpige.
      """,
    provisionalAwaiting: Phrase(
      one: """
        {n} henvendelse kan fortsatt bli besvart. Tallet øverst er svarprosenten uten ventende, som \
        ikke teller den med.
        """,
      other: """
        {n} henvendelser kan fortsatt bli besvart. Tallet øverst er svarprosenten uten ventende, \
        som ikke teller dem med.
        """),
    colophon: """
      Laget av replymeter {version} ut fra eksporterte meldinger. Rapporten viser ingen \
      meldingstekst og henter ingenting fra et nettverk. De nøyaktige tallene står i CSV- og \
      JSON-filene ved siden av.
      """)

  // MARK: Headline

  let headline = HeadlineWording(
    responseRate: "Svarprosent",
    settledResponseRate: "Svarprosent uten ventende",
    median: "Første svar, median",
    p90: "90\u{A0}% besvart innen",
    badge: "Merke",
    waitingNow: "Venter nå",
    ofOpeners: Phrase(one: "av {n} henvendelse", other: "av {n} henvendelser"),
    ofAnswered: Phrase(one: "av {n} besvart henvendelse", other: "av {n} besvarte henvendelser"),
    interval: "95\u{A0}%-intervall {low} – {high}",
    plainRate: "{rate} med {n} ventende regnet som ubesvart",
    leftOutAsClosed: "{n} utelatt som lukket ({share})",
    closedWarning: Phrase(
      one: """
        {n} henvendelse er utelatt som lukket, mer enn en tidel av dem som teller: å lukke det \
        som aldri ble besvart, løfter svarprosenten.
        """,
      other: """
        {n} henvendelser er utelatt som lukket, mer enn en tidel av dem som teller: å lukke det \
        som aldri ble besvart, løfter svarprosenten.
        """),
    waitingAware: "{time} når ubesvarte regnes med",
    officeTime: "{time} i åpningstiden",
    before: "før: {value} ({period})",
    changePoints: "{points} prosentpoeng",
    verdictBetter: "Bedre, utover normal variasjon",
    verdictWorse: "Dårligere, utover normal variasjon",
    verdictNormal: "Innenfor normal variasjon",
    faster: "{time} raskere",
    slower: "{time} langsommere",
    asFast: "Like raskt som før",
    timeBeyondVariation: "{change}, utover normal variasjon",
    timeWithinVariation: "{change}, innenfor normal variasjon",
    timeTooFew: "{change}, for få til å vurdere",
    timeNotJudged: "{change}, ikke testet",
    provisionalVerdict: "{verdict} – foreløpig",
    notCompared: "Ikke sammenlignet med en annen periode",
    nothingBefore: "Ingenting å sammenligne med",
    noVerdict: "For lite til å vurdere",
    badgePages: "{earned} av {n}",
    badgePagesDetail: Phrase(one: "side har det", other: "sider har det"),
    badgeBefore: "{n} i begynnelsen av perioden",
    badgeSample: "{answered} av {sample} besvart, {time}",
    waitingLongest: "Lengst: {time}",
    waitingOverdue: "{n} over {limit}",
    waitingNobody: "Ingen venter",
    waitingNotCompared: "Akkurat nå, uansett periode")

  let receipts = ReceiptWording(
    openers: "Talt: henvendelser",
    responses: "Talt: første svar",
    answered: "av disse besvart",
    sample: "Talt: henvendelser i utvalget",
    conversations: "Talt: samtaler som venter",
    overdue: "av disse over {limit}",
    neverWaiting: "Utelatt",
    neverWaitingReasons: "søppelpost, lukket",
    leftOut: "Utelatt: {reason}",
    leftOutCount: "{n}\u{A0}{reason}",
    leftOutNothing: "ingenting")

  func reason(_ reason: LeftOutReason) -> String {
    switch reason {
    case .awaiting: "ventende (under 24\u{A0}t)"
    case .missed: "tapt"
    case .spam: "søppelpost"
    case .done: "lukket ubesvart"
    case .away: "siden fraværende"
    case .noSchedule: "side uten åpningstid"
    }
  }

  // MARK: What to do

  let advice = AdviceWording(
    answerOverdue: Phrase(
      one: "Svar på samtalen ({n}) som har ventet i mer enn {limit}: {longest} til nå.",
      other: """
        Svar på de {n} samtalene som har ventet i mer enn {limit}; den eldste har ventet i \
        {longest}.
        """),
    answerWaiting: Phrase(
      one: "Svar på samtalen ({n}) som har ventet i {longest}.",
      other: "Svar på de {n} samtalene som venter; den eldste har ventet i {longest}."),
    winBack: "Vinn merket tilbake: {way}",
    winBackPages: "Vinn merket: {pages} mangler det; avsnittene om dem sier hva som skal til.",
    keepBadge: Phrase(
      one: "Behold merket: det tåler bare {n} ubesvart henvendelse til.",
      other: "Behold merket: det tåler bare {n} ubesvarte henvendelser til."),
    keepBadgeNone: "Behold merket: én ubesvart henvendelse til, og det er tapt.",
    coverGap: Phrase(
      one: "Se på {when}: {n} henvendelse, ikke besvart innen en time, ventet i {waiting}.",
      other: """
        Se på {when}: {n} henvendelser, ingen besvart innen en time, ventet i {waiting} til \
        sammen.
        """),
    reviewClosed: Phrase(
      one: """
        Gå gjennom det som ble lukket: {n} henvendelse er utelatt fra svarprosenten, noe som løfter \
        den.
        """,
      other: """
        Gå gjennom det som ble lukket: {n} henvendelser er utelatt fra svarprosenten, noe som \
        løfter den.
        """),
    reachTarget: "Mål ikke nådd: {name} er {own}, {distance} fra {target}.",
    nothing: "Ingenting er over fristen, og alle mål er nådd.")

  // MARK: Charts

  let charts = ChartWording(
    axisShareAnswered: "Besvarte henvendelser, %",
    axisTime: "Tid til første svar",
    axisOpeners: "Henvendelser",
    axisBadgeRate: "Svarprosent i utvalget, %",
    rate: "Linjediagram: svarprosent over tid",
    times: "Linjediagram: median og 90-persentil for tid til første svar over tid",
    outcomes: "Stablet søylediagram: besvarte, ventende og tapte henvendelser over tid",
    distribution: "Søylediagram: henvendelser etter tid til første svar",
    heatMap: "Varmekart: henvendelser etter ukedag og time, dekningshull krysset over",
    badge: "Linjediagram: svarprosent i merkets utvalg per dag, og om det var oppnådd",
    trendByDay: "Utvikling per dag",
    trendByWeek: "Utvikling per uke",
    trendByMonth: "Utvikling per måned",
    trendTitle: """
      {step}: svarprosent\u{A0}{rate}, henvendelser\u{A0}{openers}; median {median}, 90\u{A0}% innen {p90}
      """,
    provisional: "foreløpig",
    provisionalStep: "{step}, foreløpig",
    barLater: "senere",
    barAwaiting: "venter",
    barMissed: "tapt",
    barTitle: Phrase(
      one: "{label}: {n} henvendelse, {share}", other: "{label}: {n} henvendelser, {share}"),
    heatTitle: """
      {when}: henvendelser\u{A0}{openers}, besvart\u{A0}{answered}, tapt\u{A0}{missed}, median {median}
      """,
    moreGaps: "{n} til er krysset over i kartet.",
    stripTitle: """
      {n} svar: raskest {least}, median {median}, 90\u{A0}% innen {p90}, 95\u{A0}% innen {p95}
      """,
    badgeTitle: "{date}: {verdict}; {rate} av {sample}, {time}",
    withinTime: "innen {time}")

  // MARK: People, waiting

  let people = PeopleWording(
    unattributed: "Ukjent medarbeider",
    workloadResponses: """
      {name} ga {n} av de {all} første svarene, minst dobbelt så mange som noen annen (neste: \
      {next}). Er det for mye for én person?
      """,
    workloadReplyTime: """
      {name} bruker {time} på et svar (median), minst dobbelt så lenge som noen annen med minst ti svar \
      (neste: {next}). Er det for mye å gjøre, eller er spørsmålene vanskeligere?
      """,
    waitingUnassigned: Phrase(
      one: "{n} ventende samtale er ikke tildelt noen.",
      other: "{n} ventende samtaler er ikke tildelt noen."),
    fewResponses: "under {n} svar: for få til å sammenligne",
    unknownContact: "ukjent",
    unassigned: "ingen",
    moreWaiting: "{n} til står i waiting.csv.",
    morePeople: "De med flest svar vises; {n} til står i employees.csv.")

  // MARK: Badge

  let badge = BadgeWording(
    held: "Oppnådd",
    notHeld: "Ikke oppnådd",
    heldThroughout: "Oppnådd hver dag i perioden",
    missingThroughout: "Ikke oppnådd noen dag i perioden",
    wonOn: "Oppnådd siden {date}",
    lostOn: "Ikke oppnådd siden {date}",
    summary: Phrase(
      one: """
        {needs} {story}: {answered} av {sample} henvendelse i utvalget besvart ({rate}), {time}.
        """,
      other: """
        {needs} {story}: {answered} av {sample} henvendelser i utvalget besvart ({rate}), {time}.
        """),
    needs: "Krever {rate} besvart og svartid ({statistic}) på høyst {limit}.",
    marginOpeners: Phrase(
      one: "{n} henvendelse til kan bli stående ubesvart før svarprosenten faller under {rate}.",
      other: "{n} henvendelser til kan bli stående ubesvart før svarprosenten faller under {rate}."),
    marginNone: "Én ubesvart henvendelse til bringer svarprosenten under {rate}.",
    marginTime: "Svartiden er {time} under grensen.",
    wayBackBoth: """
      besvar {pace} henvendelser på rad i vanlig tempo{time}, eller {once} med en gang.
      """,
    wayBackAtPace: Phrase(
      one: "besvar neste henvendelse i vanlig tempo{time}.",
      other: "besvar {n} henvendelser på rad i vanlig tempo{time}."),
    wayBackAtOnce: Phrase(
      one: "besvar neste henvendelse med en gang; i vanlig tempo{time} kommer det ikke tilbake.",
      other: """
        besvar {n} henvendelser på rad med en gang; i vanlig tempo{time} kommer det ikke tilbake.
        """),
    wayBackOnlyAtOnce: Phrase(
      one: "besvar neste henvendelse med en gang.",
      other: "besvar {n} henvendelser på rad med en gang."),
    wayBackNone: "det ble ikke funnet noen vei tilbake innen 10\u{A0}000 henvendelser.",
    wayBackPace: " ({time})",
    lacksRate: "Det som mangler, er svarprosenten: {rate}, der {least} kreves.",
    lacksTime: "Det som mangler, er tiden: {time}, der høyst {limit} er tillatt.",
    lacksBoth: """
      Det mangler på både svarprosenten, {rate} der {least} kreves, og tiden, {time} der høyst \
      {limit} er tillatt.
      """,
    lacksOpeners: "Det er ennå ikke kommet noen henvendelse som teller.",
    blockersMissing: "Det som hindrer merket mest",
    blockersHeld: "Det som tynger merket mest",
    blockerUnanswered: "ubesvart i {time}",
    blockerTooLate: "besvart etter {time}, over fristen",
    blockerAnswered: "besvart etter {time}")

  let extent = ExtentWording(
    pagesInBrief: """
      Hver av de {n} sidene har en kort del nedenfor. replymeter report --page ID lager hele \
      rapporten for én side; alle tall for alle står i CSV-filene.
      """,
    pagesWithoutPart: Phrase(
      one: "{n} side, med færrest henvendelser, har en linje her og ingen del nedenfor.",
      other: "{n} sider, med færrest henvendelser, har en linje her og ingen del nedenfor."),
    pagesNotListed: Phrase(
      one: "{n} side til, med færre henvendelser, står i summary.csv.",
      other: "{n} sider til, med færre henvendelser, står i summary.csv."),
    moreChannels: "De med flest henvendelser vises; {n} til står i channels.csv.",
    earlierSteps: "De nyeste vises; {n} tidligere står i trend.csv.",
    earlierDays: "De nyeste dagene vises; {n} tidligere står i badge.csv.")

  let policy = PolicyWording(
    limitOf: "{limit}, {statistic}",
    window: "Henvendelser fra de siste",
    fewest: "minst, ellers de nyeste",
    leastRate: "Laveste svarprosent",
    time: "Svartid",
    limit: "Grense for svartid",
    deadline: "Svar teller inntil",
    noDeadline: "når som helst",
    silence: "Ny henvendelse etter et opphold på",
    exclusions: "Utelatt",
    channels: "Kanaler",
    allChannels: "alle")

  func exclusion(_ exclusion: BadgePolicy.Exclusion) -> String {
    switch exclusion {
    case .spam: "søppelpost"
    case .done: "lukket ubesvart"
    case .away: "siden fraværende"
    case .pageStarted: "svar på det siden sendte først"
    }
  }

  func statistic(_ statistic: BadgePolicy.ResponseTime) -> String {
    switch statistic {
    case .fastest90Mean: "gjennomsnitt av de raskeste 90\u{A0}%"
    case .mean: "gjennomsnitt"
    case .median: "median"
    }
  }

  // MARK: Targets and benchmarks

  let others = ComparisonWording(
    targetAtLeast: "minst {value}",
    targetAtMost: "høyst {value}",
    targetMet: "nådd",
    targetMissed: "ikke nådd",
    targetUndefined: "udefinert",
    peerPlace: "{rank} av {n}",
    peerTooFew: "under {n} sider")

  func name(of metric: TargetMetric) -> String {
    switch metric {
    case .responseRate: "Svarprosent"
    case .settledResponseRate: "Svarprosent uten ventende"
    case .within1Minute: "Besvart innen 1\u{A0}min"
    case .within5Minutes: "Besvart innen 5\u{A0}min"
    case .within15Minutes: "Besvart innen 15\u{A0}min"
    case .within1Hour: "Besvart innen 1\u{A0}t"
    case .within4Hours: "Besvart innen 4\u{A0}t"
    case .within8Hours: "Besvart innen 8\u{A0}t"
    case .within24Hours: "Besvart innen 24\u{A0}t"
    case .firstResponseMean: "Første svar, gjennomsnitt"
    case .firstResponseFastest90Mean: "Første svar, gjennomsnitt av de raskeste 90\u{A0}%"
    case .firstResponseMedian: "Første svar, median"
    case .firstResponseP75: "75\u{A0}% besvart innen"
    case .firstResponseP90: "90\u{A0}% besvart innen"
    case .firstResponseP95: "95\u{A0}% besvart innen"
    case .firstResponseP99: "99\u{A0}% besvart innen"
    case .firstResponseMax: "Langsomste første svar"
    case .firstResponseOfficeMean: "Første svar, gjennomsnitt, åpningstid"
    case .firstResponseOfficeMedian: "Første svar, median, åpningstid"
    case .firstResponseOfficeP90: "90\u{A0}% besvart innen, åpningstid"
    case .replyMean: "Svar, gjennomsnitt"
    case .replyMedian: "Svar, median"
    case .replyP90: "90\u{A0}% av svarene innen"
    case .replyOfficeMean: "Svar, gjennomsnitt, åpningstid"
    case .replyOfficeMedian: "Svar, median, åpningstid"
    case .replyOfficeP90: "90\u{A0}% av svarene innen, åpningstid"
    case .resolutionMean: "Løsning, gjennomsnitt"
    case .resolutionMedian: "Løsning, median"
    case .resolutionP90: "90\u{A0}% løst innen"
    case .waitingAwareMedian: "Median, ubesvarte regnet med"
    case .waitingAwareP90: "90\u{A0}%, ubesvarte regnet med"
    case .waitingLongest: "Lengste ventetid nå"
    }
  }

  func name(of metric: PeerMetric) -> String {
    switch metric {
    case .responseRate: "Svarprosent"
    case .settledResponseRate: "Svarprosent uten ventende"
    case .firstResponseMedian: "Første svar, median"
    case .firstResponseP90: "90\u{A0}% besvart innen"
    }
  }

  func name(of metric: ComparedMetric) -> String {
    switch metric {
    case .responseRate: "Svarprosent"
    case .meanFirstResponse: "Første svar, gjennomsnitt"
    case .medianFirstResponse: "Første svar, median"
    }
  }

  func verdict(_ verdict: BenchmarkComparison.Verdict) -> String {
    switch verdict {
    case .better: "bedre"
    case .level: "likt"
    case .worse: "dårligere"
    }
  }

  func caveat(_ caveat: BenchmarkCaveat) -> String {
    switch caveat {
    case .olderThanFiveYears(let year): "eldre enn fem år (\(year))"
    case .undated: "året er ikke kjent"
    case .publicBesidePrivate:
      """
      gjelder offentlige meldinger, mens denne sidens er private: der begge ble talt, ble de \
      private besvart oftere (96\u{A0}% mot 86\u{A0}%), så et resultat over referansen er å \
      vente
      """
    case .otherChannel(let channel, let page): "gjelder \(channel), ikke \(page)"
    case .widerIndustry(let industry): "gjelder den bredere bransjen \(industry)"
    case .joinedIndustries(let industry): "gjelder de sammenslåtte bransjene \(industry)"
    case .allIndustries: "gjelder alle bransjer"
    case .otherStatistic(let own, let statistic):
      "ingen vurdering: vårt tall er \(kind(of: own)), dette er publisert som «\(statistic.text)»"
    case .calendarTime: "begge er kalendertid, ikke åpningstid"
    case .fewOpeners(let count):
      "ingen vurdering: \(openers(count)), færre enn \(BenchmarkComparison.fewestOpeners)"
    case .hedged(let hedge): "publisert med forbeholdet «\(hedge.rawValue)»"
    case .quoted(let title): "sitert etter «\(title)»"
    case .statedWish:
      """
      et ønske uttalt i en undersøkelse, ikke en måling; undersøkelser spør ulike folk, og de \
      fleste spør i USA
      """
    case .publishersInterest:
      """
      De fleste av disse tallene er publisert av leverandører, om egne kunder eller for å selge \
      hastighet
      """
    }
  }

  private func openers(_ count: Int) -> String {
    Phrase(one: "{n} henvendelse", other: "{n} henvendelser").text(count: count, ["n": "\(count)"])
  }

  private func kind(of metric: ComparedMetric) -> String {
    switch metric {
    case .responseRate: "en andel"
    case .meanFirstResponse: "et gjennomsnitt"
    case .medianFirstResponse: "en median"
    }
  }

  func note(on rules: RuleSet) -> String {
    switch rules {
    case .replymeter:
      """
      Denne rapportens egen regel: hver henvendelse i perioden teller, besvart eller ikke, fra \
      kontaktens første melding til det første svaret fra et menneske.
      """
    case .facebook:
      """
      Merkets utvalg på rapporttidspunktet, med eget vindu, egne utelatelser og kanaler, slik \
      at henvendelser før perioden også teller.
      """
    case .firstReplyEver:
      """
      En samtale teller én gang, fra sin første melding til sitt første svar fra et menneske, slik \
      at senere spørsmål i samme samtale ikke blir sett.
      """
    case .replyDated:
      """
      Bare besvarte henvendelser teller, i svarets periode, slik at det som aldri ble besvart, \
      ikke blir sett, og det finnes ingen svarprosent.
      """
    case .lastMessage:
      """
      Tiden løper fra kontaktens siste melding før hvert svar, slik at en kontakt som spør \
      igjen i ventetiden, gjør tiden kortere; det finnes ingen svarprosent.
      """
    }
  }

  // MARK: All figures

  let figures = FigureWording(
    timesFirstResponse: "Første svar",
    timesFirstResponseOffice: "Første svar, åpningstid",
    timesReply: "Hvert svar",
    timesReplyOffice: "Hvert svar, åpningstid",
    timesResolution: "Løsning",
    openers: "Henvendelser",
    answered: "Besvart",
    awaiting: "Ventende",
    missed: "Tapt",
    excludedSpam: "Utelatt som søppelpost",
    excludedDone: "Utelatt som lukket",
    excludedAway: "Utelatt, siden fraværende",
    responseRate: "Svarprosent",
    responseRateInterval: "95\u{A0}%-intervall for svarprosenten",
    settledResponseRate: "Svarprosent uten ventende",
    within: "Besvart innen {time}",
    waitingAwareMedian: "Median, ubesvarte regnet med",
    waitingAwareP90: "90\u{A0}%, ubesvarte regnet med",
    reopenings: "Gjenåpninger",
    conversations: "Samtaler",
    newContacts: "Nye kontakter",
    inbound: "Innkommende meldinger",
    outboundHuman: "Svar og meldinger fra medarbeidere",
    outboundAutomated: "Automatiske meldinger",
    notes: "Interne notater",
    automatedFirst: "Først besvart automatisk",
    handledByAutomation: "Håndtert kun automatisk",
    outsideWindow: "Sendt utenfor meldingsvinduet",
    allowedOutsideWindow: "Sendt utenfor det, tillatt av en merkelapp")

  // MARK: Data quality and settings

  let quality = QualityWording(
    ambiguous: Phrase(
      one: """
        {n} klokkeslett forekom to ganger; det første er brukt, så et svar kan stå før spørsmålet \
        sitt.
        """,
      other: """
        {n} klokkeslett forekom to ganger; det første er brukt, så svar kan stå før spørsmålene \
        sine.
        """),
    rejected: Phrase(
      one: "{n} rad ble avvist; den står i rejected.csv med begrunnelse.",
      other: "{n} rader ble avvist; de står i rejected.csv med begrunnelse."),
    anonymous: """
      Bare {share} av meldingene fra mennesker navngir en medarbeider, så tallene om personer er \
      ufullstendige.
      """,
    tickets: Phrase(
      one: """
        {n} fil har én rad per sak: av dem er bare første svar og løsning kjent; senere \
        svar, svartidene deres og hvem som svarte, er ukjent.
        """,
      other: """
        {n} filer har én rad per sak: av dem er bare første svar og løsning kjent; senere \
        svar, svartidene deres og hvem som svarte, er ukjent.
        """),
    good: "Alle rader kunne brukes.",
    passingPseudonyms: """
      Navnene er pseudonymer som skifter fra kjøring til kjøring, siden ingen nøkkelfil er satt.
      """,
    stale: """
      Data kan mangle: den nyeste meldingen er {age} gammel (forventet innen {limit}).
      """)

  func name(of figure: QualityFigure) -> String {
    switch figure {
    case .rowsRead: "Leste rader"
    case .messages: "Meldinger"
    case .notes: "Interne notater"
    case .events: "Hendelser"
    case .duplicatesWithID: "Duplikater etter meldings-ID"
    case .duplicatesWholeRow: "Duplikater av hele rader"
    case .rowsAfterAsOf: "Rader etter rapporttidspunktet, satt til side"
    case .rejectedNoConversationID: "Avvist: uten samtale-ID"
    case .rejectedBadTimestamp: "Avvist: uleselig tidspunkt"
    case .rejectedBadDirection: "Avvist: ukjent retning"
    case .unknownKind: "Ukjente typer"
    case .unknownStatus: "Ukjente statuser"
    case .unknownRating: "Ukjente kundevurderinger"
    case .timesInGap: "Klokkeslett som ble hoppet over"
    case .timesAmbiguous: "Klokkeslett som forekom to ganger"
    case .oldest: "Eldste rad"
    case .newest: "Nyeste rad"
    case .messagesWithEmployeeShare: "Meldinger fra mennesker, med navngitt medarbeider"
    }
  }

  let settings = SettingWording(
    zone: "Tidssone for datoer og klokkeslett",
    silence: "En ny henvendelse begynner etter et opphold på",
    done: "Henvendelser i lukkede samtaler",
    away: "Henvendelser mens siden var fraværende",
    leftOut: "utelatt",
    counted: "talt med",
    policy: "Regler for merket")

  func done(_ rule: ExclusionRules.Done) -> String {
    switch rule {
    case .unanswered: "utelatt når ubesvart"
    case .all: "utelatt"
    case .none: "talt med"
    }
  }

  // MARK: Mail

  let mail = MailWording(
    moreAdvice: "{n} til står i report.html.",
    morePages: Phrase(
      one: "{n} side til står i summary.csv.", other: "{n} sider til står i summary.csv."),
    moreSteps: Phrase(
      one: "{n} tidligere tidsrom står i report.html.",
      other: "{n} tidligere tidsrom står i report.html."),
    morePeople: "{n} til, med færre svar, står i employees.csv.",
    rows: "leste rader\u{A0}{read}, duplikater\u{A0}{duplicates}, avviste\u{A0}{rejected}.",
    attached: "Vedlagt: {files}.",
    leftOut: "For store til å legges ved: {files}.",
    barTitle: "{answered} besvart, {awaiting} ventende, {missed} tapt",
    rateByDay: "Svarprosent per dag",
    rateByWeek: "Svarprosent per uke",
    rateByMonth: "Svarprosent per måned",
    pageLine: "{name}: {rate} av {openers}, median {median}, {waiting} venter, merke {badge}",
    stepLine: "{step}: {rate} av {openers} ({outcomes}), median {median}",
    personLine: "{name}: {responses} ({share}), median {median}, 90\u{A0}% innen {p90}",
    fewPersonLine: "{name}: {responses} ({share}), median {median} *, 90\u{A0}% innen {p90}",
    waitingLine: "{time}: {who}, ansvarlig: {assignee}",
    overdueLine: "{time} (over fristen): {who}, ansvarlig: {assignee}")

  // MARK: Text report

  let terminal = TerminalWording(
    heading: "{title}, {from} til {to} ({zone})",
    emptyHeading: "{title}: ingen meldinger i denne perioden",
    noMessages: "ingen meldinger i denne perioden",
    responseRate: "Svarprosent",
    firstResponse: "Første svar",
    withinHour: "Innen 1 time",
    change: "Endring",
    badge: "Merke",
    waiting: "Venter nå",
    rows: "Rader",
    rateLine: Phrase(
      one: """
        {rate} ({answered} av {openers} henvendelse; {awaiting} ventende, {missed} tapt, {done} \
        utelatt som lukket)
        """,
      other: """
        {rate} ({answered} av {openers} henvendelser; {awaiting} ventende, {missed} tapt, {done} \
        utelatt som lukket)
        """),
    timesLine: "median {median}, p90 {p90}, median med ubesvarte {aware}",
    changeLine: "svarprosent {points}: {verdict}",
    changeNone: "ingenting å sammenligne med",
    better: "bedre",
    worse: "dårligere",
    normal: "innenfor normal variasjon",
    badgeLine: "{page}: {standing}",
    badgeNone: "ingen henvendelser ennå",
    sample: "{rate} på {time}",
    earned: "oppnådd ({sample})",
    earnedWithMargin: "oppnådd ({sample}; {n} til kan bli stående ubesvart)",
    notEarned: "ikke oppnådd ({sample})",
    notEarnedAtPace: Phrase(
      one: "ikke oppnådd ({sample}; {n} besvart henvendelse i dette tempoet vinner det tilbake)",
      other: """
        ikke oppnådd ({sample}; {n} besvarte henvendelser i dette tempoet vinner det tilbake)
        """),
    notEarnedAtOnce: Phrase(
      one: "ikke oppnådd ({sample}; {n} henvendelse besvart med en gang vinner det tilbake)",
      other: "ikke oppnådd ({sample}; {n} henvendelser besvart med en gang vinner det tilbake)"),
    waitingLine: Phrase(one: "{n} samtale", other: "{n} samtaler"),
    waitingLongest: "{conversations}, lengst {time}",
    rowsLine: "lest\u{A0}{read}, duplikater\u{A0}{duplicates}, avvist\u{A0}{rejected}")

  // MARK: Templates

  func text(_ word: TemplateWord) -> String {
    switch word {
    case .colon: ": "
    case .semicolon: "; "
    case .skip: "Hopp til tallene"
    case .contents: "Innhold"
    case .definitions: "Definisjoner"
    case .dataQuality: "Datakvalitet"
    case .noMessages: "Ingen meldinger i denne perioden."
    case .filterHint: "Vis rader med …"
    case .filterLabel: "Vis rader med"
    case .chart: "Diagram"
    case .asTable: "Som tabell"
    case .whatCounts: "Hva som teller"
    case .whatToDo: "Dette bør gjøres"
    case .pages: "Sider"
    case .targets: "Mål"
    case .trend: "Utvikling"
    case .people: "Medarbeidere"
    case .channels: "Kanaler"
    case .badge: "Merke"
    case .waiting: "Venter"
    case .howFast: "Hvor raskt"
    case .hoursAndGaps: "Timer og dekningshull"
    case .besideOthers: "Sammenlignet med andre"
    case .otherCounting: "Andre måter å telle på"
    case .allFigures: "Alle tall"
    case .page: "Side"
    case .channel: "Kanal"
    case .conversation: "Samtale"
    case .contact: "Kontakt"
    case .name: "Navn"
    case .openers: "Henven\u{AD}delser"
    case .answered: "Besvart"
    case .awaiting: "Ventende"
    case .missed: "Tapt"
    case .share: "Andel"
    case .median: "Median"
    case .mean: "Gjennom\u{AD}snitt"
    case .rate: "Svarprosent"
    case .date: "Dato"
    case .sample: "Utvalg"
    case .verdict: "Vurdering"
    case .longest: "Lengst"
    case .number: "Antall"
    case .responseRate: "Svarprosent"
    case .responseTime: "Svartid"
    case .p90: "90\u{A0}% innen"
    case .leftOutAsClosed: "Utelatt som lukket"
    case .conversations: "Samtaler"
    case .pagesCaption:
      """
      Svarprosenten er uten ventende der henvendelser fortsatt kan bli besvart. Utelatt som lukket: \
      henvendelser i lukkede samtaler som ikke er med i svarprosenten; mer enn en tidel er merket med !.
      """
    case .againstBefore: "Mot tidligere"
    case .change: "Endring"
    case .targetsCaption: "Sidens egne mål, og hvor langt hvert av dem er nådd."
    case .metric: "Måltall"
    case .target: "Mål"
    case .difference: "Avvik"
    case .result: "Resultat"
    case .thisPeriod: "Denne perioden"
    case .trendProvisional:
      """
      Det nyeste tidsrommet er foreløpig: det er ikke ferdig, eller noen av henvendelsene kan \
      fortsatt bli besvart. Det er tegnet hult og stiplet og viser svarprosenten uten ventende.
      """
    case .rateCaption: "Andel henvendelser som ble besvart, uansett når svaret kom"
    case .firstResponseTime: "Tid til første svar"
    case .medianKey: "median"
    case .p90Key: "90\u{A0}% besvart innen"
    case .trendTable: "Utvikling som tabell"
    case .trendCaption: "Henvendelser etter tidsrommet de kom i."
    case .step: "Tidsrom"
    case .speedTitle: "Hvor mange, hvor raskt"
    case .answeredKey: "besvart"
    case .awaitingKey: "ventende"
    case .missedKey: "tapt"
    case .distributionTitle: "Henvendelser etter tid til første svar"
    case .distributionCaption:
      """
      Hver henvendelse én gang: besvart innen tiden under søylen, senere eller ikke i det hele \
      tatt
      """
    case .speedTable: "Hvor raskt, som tabell"
    case .speedCaption:
      """
      Andelene er av alle henvendelser som teller; henvendelser per tidsrom står i tabellen over \
      utviklingen.
      """
    case .hoursTitle: "Ukens timer"
    case .heatTitle: "Henvendelser etter ukedag og time"
    case .heatKey: "få til mange henvendelser"
    case .gapKey: "dekningshull: ingen besvart innen en time"
    case .gapsTitle: "Dekningshull"
    case .gapsCaption: "Ingen besvart innen en time; mest ventetid først."
    case .hours: "Timer"
    case .hour: "Time"
    case .waitedInAll: "Samlet ventetid"
    case .hoursTable: "Ukens timer som tabell"
    case .hoursCaption: "Timer med henvendelser. Dekningshull er merket med !."
    case .peopleCaption:
      """
      Etter navn. Et svar er det første svaret på en henvendelse. Båndet viser tid til første \
      svar fra 0 til 7\u{A0}dager på én skala: fra raskest til 95\u{A0}%, tykt fra median til \
      90\u{A0}%.
      """
    case .peopleWaiting: "Venter: samtaler tildelt personen som venter på svar nå."
    case .responses: "Første svar"
    case .replies: "Alle svar"
    case .messages: "Meldinger"
    case .assigned: "Tildelt"
    case .rating: "Tilfreds\u{AD}het"
    case .ratings: "Kunde\u{AD}vurderinger"
    case .handovers: "Over\u{AD}føringer"
    case .firstResponseTimes: "Tider til første svar"
    case .medianReply: "Median, alle svar"
    case .activeDays: "Aktive dager"
    case .assignedAnswered: "av disse besvart"
    case .outsideWindow: "Utenfor vinduet"
    case .channelsCaption:
      "Svarprosenten er uten ventende der henvendelser fortsatt kan bli besvart."
    case .withinHour: "Innen 1\u{A0}t"
    case .newContacts: "Nye kontakter"
    case .inbound: "Inn\u{AD}kommende"
    case .humanMessages: "Meldinger fra medarbeidere"
    case .blockersCaption:
      """
      Henvendelser i utvalget som ville hjelpe mest om hver var besvart med en gang: ubesvarte \
      først, så de langsomste som teller.
      """
    case .whatHappened: "Hva som skjedde"
    case .arrived: "Kom inn"
    case .dayByDay: "Dag for dag"
    case .sampleRateKey: "svarprosent i utvalget"
    case .leastRateKey: "laveste svarprosent"
    case .heldKey: "oppnådd"
    case .notHeldKey: "ikke oppnådd"
    case .policiesTitle: "Etter hver regel"
    case .policiesCaption:
      """
      Samme side på samme tidspunkt. Hver regel tar sitt eget utvalg: vindu, kanaler og \
      utelatelser er ulike.
      """
    case .policy: "Regel"
    case .chosenPolicy: "denne rapportens"
    case .atLeast: "minst"
    case .atMost: "høyst"
    case .historyAndRules: "Historikk og regler"
    case .badgeDetails: "Merkets historikk og regler"
    case .badgeHistory: "Merkets historikk"
    case .badgeHistoryCaption: "Ved slutten av hver dag i perioden, og akkurat nå."
    case .publishedTitle: "Publiserte tall"
    case .publishedCaption:
      """
      Publiserte tall, hvert fra én kilde og aldri blandet. En strek: de to er ikke \
      sammenlignbare.
      """
    case .figure: "Tall"
    case .published: "Publisert"
    case .caveats: "Forbehold"
    case .answer: "Svar"
    case .source: "Kilde"
    case .place: "Plass"
    case .thisPage: "Denne siden"
    case .ofWhom: "Om hvem, og hva man bør vite"
    case .expectationsTitle: "Hva folk forventer"
    case .expectationsCaption:
      """
      Hva forbrukere sier at de forventer: ønsker uttalt i undersøkelser, ikke målinger.
      """
    case .ownOpeners: "Denne sidens henvendelser"
    case .expected: "Forbrukere som forventer det"
    case .peersTitle: "Sider i samme bransje"
    case .peersCaption: "Blant sidene i samme bransje i disse dataene; 1 er best."
    case .rulesCaption:
      """
      De samme meldingene etter andre programmers regler: hvorfor tall fra to steder er ulike. \
      Rapportens egen regel står først.
      """
    case .rules: "Regler"
    case .counted: "Talt"
    case .waitingTitle: "Venter på svar"
    case .nobodyWaiting: "Ingen venter."
    case .waitingCaption:
      """
      Samtaler der den nyeste meldingen er kontaktens, lengste ventetid først, uansett periode. \
      De som er over fristen, har et !.
      """
    case .assignedTo: "Ansvarlig"
    case .since: "Siden"
    case .inOfficeHours: "I åpningstiden"
    case .everyFigure: "Alle tall for perioden"
    case .times: "Tider"
    case .timesCaption:
      """
      Tider. En strek: ikke definert, som uten åpningstid eller lukkede samtaler.
      """
    case .timeOf: "Tid for"
    case .fastest90Mean: "Snitt av de raskeste 90\u{A0}%"
    case .percentile75: "75\u{A0}%"
    case .percentile90: "90\u{A0}%"
    case .percentile95: "95\u{A0}%"
    case .percentile99: "99\u{A0}%"
    case .fastest: "Raskest"
    case .slowest: "Langsomst"
    case .leftOut: "Utelatt"
    case .when: "Når"
    case .openersByOutcome: "Henvendelser etter utfall"
    case .newestStep: "Det nyeste tidsrommet er ikke ferdig: svarprosenten er den uten ventende."
    case .data: "Data:"
    case .allInReport:
      """
      Alle tall, med diagrammer og definisjoner, står i report.html, som ble skrevet sammen med \
      denne e-posten.
      """
    case .plainToDo: "DETTE BØR GJØRES"
    case .plainPages: "SIDER (svarprosent, henvendelser, median for første svar, venter, merke)"
    case .plainPeople: "MEDARBEIDERE (svar, andel, median og 90\u{A0}% av første svar)"
    case .plainWaiting: "VENTER PÅ SVAR"
    }
  }

  // MARK: Definitions

  func definition(of term: DefinedTerm) -> (name: String, text: String) {
    switch term {
    case .opener:
      (
        "Henvendelse",
        """
        En innkommende melding som ber om svar: den første i en samtale, eller en som kommer \
        etter et opphold.
        """
      )
    case .firstResponse:
      (
        "Første svar",
        """
        Den første meldingen som et menneske skriver etter en henvendelse, før den neste. \
        Automatiske meldinger og interne notater teller ikke.
        """
      )
    case .outcomes:
      (
        "Besvart, ventende, tapt",
        """
        En henvendelse med et første svar er besvart, uansett når det kom. Uten svar er den \
        ventende så lenge den er under 24\u{A0}timer gammel, deretter tapt.
        """
      )
    case .leftOut:
      (
        "Utelatt",
        """
        Henvendelser i søppelpost, i lukkede samtaler der ingenting ble besvart, og de som kom \
        mens siden var fraværende, teller verken i andeler eller tider.
        """
      )
    case .responseRate:
      (
        "Svarprosent",
        """
        Besvarte henvendelser delt på alle henvendelser som teller. Svarprosenten uten ventende \
        utelater dem som venter. En strek, ikke 0, der det ikke er noen.
        """
      )
    case .medianAnd90:
      (
        "Median, 90\u{A0}% innen",
        """
        Halvparten, og ni tideler, av de besvarte henvendelsene ble besvart minst så raskt. \
        «Når ubesvarte regnes med» er samme tall der henvendelser som ingen besvarte, er tatt \
        med, slik at det ikke kan pyntes på ved å la de vanskelige ligge.
        """
      )
    case .normalVariation:
      (
        "Normal variasjon",
        """
        To andeler kalles ulike bare når 95\u{A0}%-intervallet for forskjellen ikke inneholder \
        0 (Newcombe). To medianer bare når 95\u{A0}%-intervallene deres ikke har noe til \
        felles: hvert går mellom to av tidene selv, funnet ved telling alene \
        (ordningsobservatorer), og krever seks tider. Andre tider sammenlignes uten test.
        """
      )
    case .officeHours:
      (
        "Åpningstid",
        """
        Den delen av en tid som ligger innenfor sidens åpningstider. Sider uten åpningstider \
        har ikke dette tallet.
        """
      )
    case .coverageGap:
      (
        "Dekningshull",
        """
        En time i uken med henvendelser der ingen ble besvart innen en time; slike timer på rad \
        er ett hull. «Samlet ventetid» er summen av ventetidene til henvendelsene fram til \
        første svar, uansett når det kom; for ubesvarte fram til kontaktens neste henvendelse, \
        ellers til nå.
        """
      )
    case .waiting:
      (
        "Venter",
        """
        En samtale, verken søppelpost eller lukket, der den nyeste meldingen fra begge sider er \
        kontaktens.
        """
      )
    case .everyReply:
      (
        "Hvert svar",
        """
        Fra den første av en rekke meldinger fra kontakten til svaret fra et menneske som \
        avslutter den, også midt i en utveksling.
        """
      )
    case .outsideWindow:
      (
        "Utenfor meldingsvinduet",
        """
        Meldinger fra medarbeidere mer enn 24\u{A0}timer etter kontaktens siste, uten en \
        merkelapp som tillater det.
        """
      )
    }
  }
}
