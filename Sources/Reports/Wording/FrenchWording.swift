import ResponseMetrics

/// The report in French.
struct FrenchWording: Wording {
  let language = ReportLanguage.french
  let standardTitle = "Réactivité"
  let standardSubject = "{{title}}\u{A0}: {{period}}"

  // MARK: Numbers and dates

  let numbers = NumberWording(
    decimalMark: ",", groupMark: "\u{202F}", percentSpace: "\u{202F}", second: "s", minute: "min",
    hour: "h", day: "j")

  let dates = DateWording(
    shortMonths: [
      "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
      "déc.",
    ],
    longMonths: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    shortWeekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    timeMark: ":",
    dayOfMonth: "{day}",
    firstOfMonth: "1er",
    dayAndMonth: "{day}\u{A0}{month}",
    date: "{date}\u{A0}{year}",
    shortMonthAndYear: "{month}\u{A0}{year}",
    longMonthAndYear: "{month} {year}",
    quarter: "T{n} {year}",
    weekdayAndDate: "{weekday} {date}",
    axisDay: "{day}\u{A0}{month}",
    weekFrom: "Semaine du {date}",
    noPeriod: "Aucune période",
    asOf: "état au {instant}",
    comparedWith: "comparé à la période {period}")

  // MARK: The first words of a part

  let scopes = ScopeWording(
    allPages: "Toutes les pages",
    noMessages: "Aucun message sur cette période",
    lead: Phrase(
      upToOne: "{openers} demande, {rate} avec réponse, en {median}.",
      other: "{rate} des {openers} demandes ont reçu une réponse, la moitié en {median} au plus."),
    leadUnanswered: Phrase(
      upToOne: "{openers} demande, restée sans réponse.",
      other: "Aucune des {openers} demandes n’a reçu de réponse."),
    leadNoOpeners: """
      Des messages ont été échangés sur cette période, mais aucun n’appelait de réponse.
      """,
    indexBetter: "en hausse",
    indexWorse: "en baisse",
    indexNormal: "variation normale",
    provisionalOpen: """
      La période se termine après la date d’arrêté\u{A0}: ses chiffres et leur comparaison sont \
      provisoires.
      """,
    provisionalAwaiting: Phrase(
      upToOne: """
        {n} demande peut encore recevoir une réponse. Le taux affiché est celui hors attente, qui \
        ne la compte pas.
        """,
      other: """
        {n} demandes peuvent encore recevoir une réponse. Le taux affiché est celui hors attente, \
        qui ne les compte pas.
        """),
    colophon: """
      Établi par replymeter {version} à partir de messages exportés. Le rapport ne montre le \
      texte d’aucun message et ne charge rien depuis un réseau. Les chiffres exacts figurent dans \
      les fichiers CSV et JSON joints.
      """)

  // MARK: Headline

  let headline = HeadlineWording(
    responseRate: "Taux de réponse",
    settledResponseRate: "Taux de réponse hors attente",
    median: "Première réponse, médiane",
    p90: "90\u{202F}% des réponses en",
    badge: "Badge",
    waitingNow: "En attente maintenant",
    ofOpeners: Phrase(upToOne: "sur {n} demande", other: "sur {n} demandes"),
    ofAnswered: Phrase(
      upToOne: "sur {n} demande avec réponse", other: "sur {n} demandes avec réponse"),
    interval: "intervalle à 95\u{202F}%\u{A0}: {low} – {high}",
    plainRate: Phrase(
      upToOne: "{rate} en comptant {n} demande en attente comme sans réponse",
      other: "{rate} en comptant {n} demandes en attente comme sans réponse"),
    leftOutAsClosed: Phrase(
      upToOne: "{n} écartée car clôturée ({share})",
      other: "{n} écartées car clôturées ({share})"),
    closedWarning: Phrase(
      upToOne: """
        {n} demande est écartée car clôturée, soit plus d’un dixième de celles qui \
        comptent\u{A0}: clôturer ce qui est resté sans réponse fait monter le taux.
        """,
      other: """
        {n} demandes sont écartées car clôturées, soit plus d’un dixième de celles qui \
        comptent\u{A0}: clôturer ce qui est resté sans réponse fait monter le taux.
        """),
    waitingAware: "{time} en tenant compte des demandes sans réponse",
    officeTime: "{time} en heures d’ouverture",
    before: "auparavant {value} ({period})",
    changePoints: Phrase(upToOne: "{points} point", other: "{points} points"),
    verdictBetter: "En progrès, au-delà de la variation normale",
    verdictWorse: "En recul, au-delà de la variation normale",
    verdictNormal: "Dans la variation normale",
    faster: "Plus rapide de {time}",
    slower: "Plus lent de {time}",
    asFast: "Aussi rapide qu’auparavant",
    timeBeyondVariation: "{change}, au-delà de la variation normale",
    timeWithinVariation: "{change}, dans la variation normale",
    timeTooFew: "{change}, trop peu de données pour juger",
    timeNotJudged: "{change}, sans test",
    provisionalVerdict: "{verdict} – provisoire",
    notCompared: "Non comparé à une autre période",
    nothingBefore: "Aucun élément de comparaison",
    noVerdict: "Trop peu de données pour juger",
    badgePages: "{earned} sur {n}",
    badgePagesDetail: Phrase(upToOne: "page l’a obtenu", other: "pages l’ont obtenu"),
    badgeBefore: "{n} au début de la période",
    badgeSample: "{answered} sur {sample} avec réponse, {time}",
    waitingLongest: "La plus longue\u{A0}: {time}",
    waitingOverdue: "{n} au-delà de {limit}",
    waitingNobody: "Personne n’attend",
    waitingNotCompared: "À cet instant, quelle que soit la période")

  let receipts = ReceiptWording(
    openers: "Comptées\u{A0}: demandes",
    responses: "Comptées\u{A0}: premières réponses",
    answered: "dont avec réponse",
    sample: "Comptées\u{A0}: demandes de l’échantillon",
    conversations: "Comptées\u{A0}: conversations en attente",
    overdue: "dont au-delà de {limit}",
    neverWaiting: "Écartées",
    neverWaitingReasons: "spam, clôturées",
    leftOut: "Écartées\u{A0}: {reason}",
    leftOutCount: "{reason}\u{A0}:\u{A0}{n}",
    leftOutNothing: "aucune")

  func reason(_ reason: LeftOutReason) -> String {
    switch reason {
    case .awaiting: "en attente (moins de 24\u{A0}h)"
    case .missed: "manquées"
    case .spam: "spam"
    case .done: "clôturées sans réponse"
    case .away: "page absente"
    case .noSchedule: "page sans heures d’ouverture"
    }
  }

  // MARK: What to do

  let advice = AdviceWording(
    answerOverdue: Phrase(
      upToOne: """
        Répondre à la conversation ({n}) qui attend depuis plus de {limit}\u{A0}: {longest} à ce \
        jour.
        """,
      other: """
        Répondre aux {n} conversations qui attendent depuis plus de {limit}\u{202F}; la plus \
        ancienne attend depuis {longest}.
        """),
    answerWaiting: Phrase(
      upToOne: "Répondre à la conversation ({n}) en attente depuis {longest}.",
      other: "Répondre aux {n} conversations en attente, la plus ancienne depuis {longest}."),
    winBack: "Regagner le badge\u{A0}: {way}",
    winBackPages: """
      Obtenir le badge\u{A0}: il manque à {pages}\u{202F}; leurs sections indiquent ce qu’il faut.
      """,
    keepBadge: Phrase(
      upToOne: "Conserver le badge\u{A0}: il ne supporte plus que {n} demande sans réponse.",
      other: "Conserver le badge\u{A0}: il ne supporte plus que {n} demandes sans réponse."),
    keepBadgeNone: "Conserver le badge\u{A0}: une demande sans réponse de plus le fait perdre.",
    coverGap: Phrase(
      upToOne: """
        Examiner {when}\u{A0}: {n} demande, sans réponse dans l’heure, a attendu {waiting}.
        """,
      other: """
        Examiner {when}\u{A0}: {n} demandes, toutes sans réponse dans l’heure, ont attendu \
        {waiting} au total.
        """),
    reviewClosed: Phrase(
      upToOne: "Revoir les clôtures\u{A0}: {n} demande est exclue du taux, ce qui le fait monter.",
      other: """
        Revoir les clôtures\u{A0}: {n} demandes sont exclues du taux, ce qui le fait monter.
        """),
    reachTarget: """
      Objectif manqué\u{A0}: {name}, {own}, soit {distance} par rapport à l’objectif ({target}).
      """,
    nothing: "Rien n’est en retard et aucun objectif n’est manqué.")

  // MARK: Charts

  let charts = ChartWording(
    axisShareAnswered: "Demandes avec réponse, %",
    axisTime: "Délai de première réponse",
    axisOpeners: "Demandes",
    axisBadgeRate: "Taux de réponse de l’échantillon, %",
    rate: "Courbe\u{A0}: taux de réponse au fil du temps",
    times: "Courbe\u{A0}: médiane et 90e centile du délai de première réponse au fil du temps",
    outcomes: """
      Barres empilées\u{A0}: demandes avec réponse, en attente et manquées au fil du temps
      """,
    distribution: "Barres\u{A0}: demandes selon le délai de première réponse",
    heatMap: """
      Carte thermique\u{A0}: demandes par jour de la semaine et par heure, plages non couvertes \
      barrées
      """,
    badge: "Courbe\u{A0}: taux de réponse de l’échantillon du badge par jour, et s’il était obtenu",
    trendByDay: "Évolution par jour",
    trendByWeek: "Évolution par semaine",
    trendByMonth: "Évolution par mois",
    trendTitle: """
      {step}\u{A0}: taux\u{A0}{rate}, demandes\u{A0}{openers}\u{202F}; médiane {median}, 90\u{202F}% en {p90}
      """,
    provisional: "provisoire",
    provisionalStep: "{step}, provisoire",
    barLater: "après",
    barAwaiting: "attente",
    barMissed: "manquée",
    barTitle: Phrase(
      upToOne: "{label}\u{A0}: {n} demande, {share}",
      other: """
        {label}\u{A0}: {n} demandes, {share}
        """),
    heatTitle: """
      {when}\u{A0}: demandes\u{A0}{openers}, avec réponse\u{A0}{answered}, manquées\u{A0}{missed}, médiane {median}
      """,
    moreGaps: Phrase(
      upToOne: "{n} autre est barrée sur la carte.",
      other: """
        {n} autres sont barrées sur la carte.
        """),
    stripTitle: """
      Réponses\u{A0}: {n}\u{202F}; la plus rapide {least}, médiane {median}, 90\u{202F}% en {p90}, \
      95\u{202F}% en {p95}
      """,
    badgeTitle: "{date}\u{A0}: {verdict}\u{202F}; {rate} de {sample}, {time}",
    withinTime: "en {time}")

  // MARK: People, waiting

  let people = PeopleWording(
    unattributed: "Non attribué",
    workloadResponses: """
      {name} a donné {n} des {all} premières réponses, au moins deux fois plus que toute autre \
      personne (suivante\u{A0}: {next}). Est-ce trop pour une seule personne\u{202F}?
      """,
    workloadReplyTime: """
      {name} met {time} pour répondre (médiane), au moins deux fois plus que toute autre personne \
      ayant au moins dix réponses (suivante\u{A0}: {next}). Y a-t-il trop à faire, ou les questions \
      sont-elles plus difficiles\u{202F}?
      """,
    waitingUnassigned: Phrase(
      upToOne: "{n} conversation en attente n’est attribuée à personne.",
      other: "{n} conversations en attente ne sont attribuées à personne."),
    fewResponses: "moins de {n} réponses\u{A0}: trop peu pour comparer",
    unknownContact: "inconnu",
    unassigned: "aucun",
    moreWaiting: Phrase(
      upToOne: "{n} autre figure dans waiting.csv.",
      other: """
        {n} autres figurent dans waiting.csv.
        """),
    morePeople: Phrase(
      upToOne: """
        Les personnes avec le plus de réponses sont affichées\u{202F}; {n} autre figure dans \
        employees.csv.
        """,
      other: """
        Les personnes avec le plus de réponses sont affichées\u{202F}; {n} autres figurent dans \
        employees.csv.
        """))

  // MARK: Badge

  let badge = BadgeWording(
    held: "Obtenu",
    notHeld: "Non obtenu",
    heldThroughout: "Obtenu chaque jour de la période",
    missingThroughout: "Jamais obtenu sur la période",
    wonOn: "Obtenu depuis le {date}",
    lostOn: "Non obtenu depuis le {date}",
    summary: Phrase(
      upToOne: """
        {needs} {story}\u{A0}: {answered} sur {sample} demande de l’échantillon avec réponse \
        ({rate}), {time}.
        """,
      other: """
        {needs} {story}\u{A0}: {answered} sur {sample} demandes de l’échantillon avec réponse \
        ({rate}), {time}.
        """),
    needs: "Exige {rate} de réponses et, pour le délai ({statistic}), {limit} au plus.",
    marginOpeners: Phrase(
      upToOne: """
        {n} demande de plus pourrait rester sans réponse avant que le taux ne passe sous {rate}.
        """,
      other: """
        {n} demandes de plus pourraient rester sans réponse avant que le taux ne passe sous \
        {rate}.
        """),
    marginNone: "Une demande sans réponse de plus fait passer le taux sous {rate}.",
    marginTime: "Le délai de réponse est inférieur de {time} à sa limite.",
    wayBackBoth: """
      répondre à {pace} demandes de suite au rythme habituel{time}, ou à {once} aussitôt.
      """,
    wayBackAtPace: Phrase(
      upToOne: "répondre à la prochaine demande au rythme habituel{time}.",
      other: "répondre à {n} demandes de suite au rythme habituel{time}."),
    wayBackAtOnce: Phrase(
      upToOne: """
        répondre aussitôt à la prochaine demande\u{202F}; au rythme habituel{time}, il ne revient \
        pas.
        """,
      other: """
        répondre aussitôt à {n} demandes de suite\u{202F}; au rythme habituel{time}, il ne revient \
        pas.
        """),
    wayBackOnlyAtOnce: Phrase(
      upToOne: "répondre aussitôt à la prochaine demande.",
      other: "répondre aussitôt à {n} demandes de suite."),
    wayBackNone: "aucun moyen de le regagner n’a été trouvé en moins de 10\u{202F}000 demandes.",
    wayBackPace: " ({time})",
    lacksRate: "Il manque le taux\u{A0}: {rate}, alors qu’il faut {least}.",
    lacksTime: "Il manque le délai\u{A0}: {time}, alors que {limit} au plus est admis.",
    lacksBoth: """
      Il manque à la fois le taux, {rate} alors qu’il faut {least}, et le délai, {time} alors que \
      {limit} au plus est admis.
      """,
    lacksOpeners: "Aucune demande prise en compte n’est encore arrivée.",
    blockersMissing: "Ce qui freine le plus le badge",
    blockersHeld: "Ce qui pèse le plus sur le badge",
    blockerUnanswered: "sans réponse depuis {time}",
    blockerTooLate: "réponse après {time}, passé le délai",
    blockerAnswered: "réponse après {time}")

  let extent = ExtentWording(
    pagesInBrief: """
      Chacune des {n} pages a ci-dessous une partie abrégée. replymeter report --page ID établit \
      le rapport complet d’une page\u{202F}; tous les chiffres de toutes figurent dans les \
      fichiers CSV.
      """,
    pagesWithoutPart: Phrase(
      upToOne: "{n} page, avec le moins de demandes, a une ligne ici mais pas de partie plus bas.",
      other: """
        {n} pages, avec le moins de demandes, ont une ligne ici mais pas de partie plus bas.
        """),
    pagesNotListed: Phrase(
      upToOne: "{n} autre page, avec moins de demandes, figure dans summary.csv.",
      other: "{n} autres pages, avec moins de demandes, figurent dans summary.csv."),
    moreChannels: Phrase(
      upToOne: """
        Les canaux avec le plus de demandes sont affichés\u{202F}; {n} autre figure dans \
        channels.csv.
        """,
      other: """
        Les canaux avec le plus de demandes sont affichés\u{202F}; {n} autres figurent dans \
        channels.csv.
        """),
    earlierSteps: Phrase(
      upToOne: """
        Les étapes les plus récentes sont affichées\u{202F}; {n} plus ancienne figure dans \
        trend.csv.
        """,
      other: """
        Les étapes les plus récentes sont affichées\u{202F}; {n} plus anciennes figurent dans \
        trend.csv.
        """),
    earlierDays: Phrase(
      upToOne: """
        Les jours les plus récents sont affichés\u{202F}; {n} plus ancien figure dans badge.csv.
        """,
      other: """
        Les jours les plus récents sont affichés\u{202F}; {n} plus anciens figurent dans \
        badge.csv.
        """))

  let policy = PolicyWording(
    limitOf: "{limit}, {statistic}",
    window: "Demandes des derniers",
    fewest: "au moins, sinon les plus récentes",
    leastRate: "Taux de réponse minimal",
    time: "Délai de réponse",
    limit: "Limite du délai de réponse",
    deadline: "Les réponses comptent jusqu’à",
    noDeadline: "sans limite",
    silence: "Nouvelle demande après un silence de",
    exclusions: "Écartées",
    channels: "Canaux",
    allChannels: "tous")

  func exclusion(_ exclusion: BadgePolicy.Exclusion) -> String {
    switch exclusion {
    case .spam: "spam"
    case .done: "clôturées sans réponse"
    case .away: "page absente"
    case .pageStarted: "réponses à ce que la page a envoyé d’abord"
    }
  }

  func statistic(_ statistic: BadgePolicy.ResponseTime) -> String {
    switch statistic {
    case .fastest90Mean: "moyenne des 90\u{202F}% les plus rapides"
    case .mean: "moyenne"
    case .median: "médiane"
    }
  }

  // MARK: Targets and benchmarks

  let others = ComparisonWording(
    targetAtLeast: "au moins {value}",
    targetAtMost: "au plus {value}",
    targetMet: "atteint",
    targetMissed: "manqué",
    targetUndefined: "non défini",
    peerPlace: "{rank} sur {n}",
    peerTooFew: "moins de {n} pages")

  func name(of metric: TargetMetric) -> String {
    switch metric {
    case .responseRate: "Taux de réponse"
    case .settledResponseRate: "Taux de réponse hors attente"
    case .within1Minute: "Réponse en 1\u{A0}min"
    case .within5Minutes: "Réponse en 5\u{A0}min"
    case .within15Minutes: "Réponse en 15\u{A0}min"
    case .within1Hour: "Réponse en 1\u{A0}h"
    case .within4Hours: "Réponse en 4\u{A0}h"
    case .within8Hours: "Réponse en 8\u{A0}h"
    case .within24Hours: "Réponse en 24\u{A0}h"
    case .firstResponseMean: "Première réponse, moyenne"
    case .firstResponseFastest90Mean: "Première réponse, moyenne des 90\u{202F}% les plus rapides"
    case .firstResponseMedian: "Première réponse, médiane"
    case .firstResponseP75: "75\u{202F}% des premières réponses en"
    case .firstResponseP90: "90\u{202F}% des premières réponses en"
    case .firstResponseP95: "95\u{202F}% des premières réponses en"
    case .firstResponseP99: "99\u{202F}% des premières réponses en"
    case .firstResponseMax: "Première réponse la plus lente"
    case .firstResponseOfficeMean: "Première réponse, moyenne, heures d’ouverture"
    case .firstResponseOfficeMedian: "Première réponse, médiane, heures d’ouverture"
    case .firstResponseOfficeP90: "90\u{202F}% des premières réponses en, heures d’ouverture"
    case .replyMean: "Toutes les réponses, moyenne"
    case .replyMedian: "Toutes les réponses, médiane"
    case .replyP90: "90\u{202F}% de toutes les réponses en"
    case .replyOfficeMean: "Toutes les réponses, moyenne, heures d’ouverture"
    case .replyOfficeMedian: "Toutes les réponses, médiane, heures d’ouverture"
    case .replyOfficeP90: "90\u{202F}% de toutes les réponses en, heures d’ouverture"
    case .resolutionMean: "Résolution, moyenne"
    case .resolutionMedian: "Résolution, médiane"
    case .resolutionP90: "90\u{202F}% des résolutions en"
    case .waitingAwareMedian: "Médiane, demandes sans réponse comprises"
    case .waitingAwareP90: "90\u{202F}%, demandes sans réponse comprises"
    case .waitingLongest: "Attente actuelle la plus longue"
    }
  }

  func name(of metric: PeerMetric) -> String {
    switch metric {
    case .responseRate: "Taux de réponse"
    case .settledResponseRate: "Taux de réponse hors attente"
    case .firstResponseMedian: "Première réponse, médiane"
    case .firstResponseP90: "90\u{202F}% des premières réponses en"
    }
  }

  func name(of metric: ComparedMetric) -> String {
    switch metric {
    case .responseRate: "Taux de réponse"
    case .meanFirstResponse: "Première réponse, moyenne"
    case .medianFirstResponse: "Première réponse, médiane"
    }
  }

  func verdict(_ verdict: BenchmarkComparison.Verdict) -> String {
    switch verdict {
    case .better: "meilleur"
    case .level: "égal"
    case .worse: "moins bon"
    }
  }

  func caveat(_ caveat: BenchmarkCaveat) -> String {
    switch caveat {
    case .olderThanFiveYears(let year): "a plus de cinq ans (\(year))"
    case .undated: "son année n’est pas connue"
    case .publicBesidePrivate:
      """
      porte sur des messages publics alors que ceux de cette page sont privés\u{A0}: là où les \
      deux ont été comptés, les messages privés ont plus souvent reçu une réponse (96\u{202F}% \
      contre 86\u{202F}%), si bien qu’un résultat supérieur est attendu
      """
    case .otherChannel(let channel, let page): "porte sur \(channel), non sur \(page)"
    case .widerIndustry(let industry): "porte sur le secteur plus large \(industry)"
    case .joinedIndustries(let industry): "porte sur les secteurs réunis \(industry)"
    case .allIndustries: "porte sur tous les secteurs"
    case .otherStatistic(let own, let statistic):
      """
      sans verdict\u{A0}: notre chiffre est \(kind(of: own)), celui-ci est publié comme \
      «\u{A0}\(statistic.text)\u{A0}»
      """
    case .calendarTime: "les deux sont en temps calendaire, non en heures d’ouverture"
    case .fewOpeners(let count):
      "sans verdict\u{A0}: \(openers(count)), moins de \(BenchmarkComparison.fewestOpeners)"
    case .hedged(let hedge): "publié avec la réserve «\u{A0}\(hedge.rawValue)\u{A0}»"
    case .quoted(let title): "cité d’après «\u{A0}\(title)\u{A0}»"
    case .statedWish:
      """
      un souhait exprimé dans une enquête, non une mesure\u{202F}; les enquêtes n’interrogent \
      pas les mêmes publics, et la plupart interrogent aux États-Unis
      """
    case .publishersInterest:
      """
      La plupart de ces chiffres sont publiés par des fournisseurs, à propos de leurs propres \
      clients ou pour vendre de la rapidité
      """
    }
  }

  private func openers(_ count: Int) -> String {
    Phrase(upToOne: "{n} demande", other: "{n} demandes").text(count: count, ["n": "\(count)"])
  }

  private func kind(of metric: ComparedMetric) -> String {
    switch metric {
    case .responseRate: "une part"
    case .meanFirstResponse: "une moyenne"
    case .medianFirstResponse: "une médiane"
    }
  }

  func note(on rules: RuleSet) -> String {
    switch rules {
    case .replymeter:
      """
      La règle de ce rapport\u{A0}: chaque demande de la période compte, avec ou sans réponse, \
      du premier message du contact à la première réponse humaine.
      """
    case .facebook:
      """
      L’échantillon du badge à la date d’arrêté, avec sa fenêtre, ses exclusions et ses canaux, \
      si bien que des demandes antérieures à la période comptent aussi.
      """
    case .firstReplyEver:
      """
      Une conversation compte une fois, de son premier message à sa première réponse \
      humaine\u{202F}; les questions suivantes de la même conversation ne sont pas vues.
      """
    case .replyDated:
      """
      Seules comptent les demandes avec réponse, dans la période de la réponse\u{202F}; ce qui \
      est resté sans réponse n’est pas vu et il n’y a pas de taux.
      """
    case .lastMessage:
      """
      Le temps court depuis le dernier message du contact avant chaque réponse\u{A0}: un \
      contact qui relance raccourcit le délai\u{202F}; il n’y a pas de taux.
      """
    }
  }

  // MARK: All figures

  let figures = FigureWording(
    timesFirstResponse: "Première réponse",
    timesFirstResponseOffice: "Première réponse, heures d’ouverture",
    timesReply: "Toutes les réponses",
    timesReplyOffice: "Toutes les réponses, heures d’ouverture",
    timesResolution: "Résolution",
    openers: "Demandes",
    answered: "Avec réponse",
    awaiting: "En attente",
    missed: "Manquées",
    excludedSpam: "Écartées car spam",
    excludedDone: "Écartées car clôturées",
    excludedAway: "Écartées car page absente",
    responseRate: "Taux de réponse",
    responseRateInterval: "Intervalle à 95\u{202F}% du taux de réponse",
    settledResponseRate: "Taux de réponse hors attente",
    within: "Réponse en {time}",
    waitingAwareMedian: "Médiane, demandes sans réponse comprises",
    waitingAwareP90: "90\u{202F}%, demandes sans réponse comprises",
    reopenings: "Réouvertures",
    conversations: "Conversations",
    newContacts: "Nouveaux contacts",
    inbound: "Messages reçus",
    outboundHuman: "Réponses et messages humains",
    outboundAutomated: "Messages automatiques",
    notes: "Notes internes",
    automatedFirst: "Première réponse par un automate",
    handledByAutomation: "Traitées par un automate seul",
    outsideWindow: "Envoyés hors de la fenêtre de messagerie",
    allowedOutsideWindow: "Envoyés hors fenêtre, autorisés par une étiquette")

  // MARK: Data quality and settings

  let quality = QualityWording(
    ambiguous: Phrase(
      upToOne: """
        {n} heure est survenue deux fois (changement d’heure)\u{202F}; la première est retenue, si bien \
        qu’une réponse peut précéder sa question.
        """,
      other: """
        {n} heures sont survenues deux fois (changement d’heure)\u{202F}; la première est retenue, si bien \
        qu’une réponse peut précéder sa question.
        """),
    rejected: Phrase(
      upToOne: "{n} ligne a été rejetée\u{202F}; elle figure dans rejected.csv avec son motif.",
      other: """
        {n} lignes ont été rejetées\u{202F}; elles figurent dans rejected.csv avec leurs motifs.
        """),
    anonymous: """
      Seuls {share} des messages humains nomment un collaborateur\u{202F}; les chiffres par \
      personne sont donc incomplets.
      """,
    tickets: Phrase(
      upToOne: """
        {n} fichier a une ligne par ticket\u{A0}: on n’en connaît que la première réponse et la \
        résolution\u{202F}; les réponses suivantes, leurs délais et leurs auteurs restent inconnus.
        """,
      other: """
        {n} fichiers ont une ligne par ticket\u{A0}: on n’en connaît que la première réponse et la \
        résolution\u{202F}; les réponses suivantes, leurs délais et leurs auteurs restent inconnus.
        """),
    good: "Toutes les lignes ont pu être utilisées.",
    passingPseudonyms: """
      Les noms sont des pseudonymes qui changent à chaque exécution, faute de fichier de clé.
      """,
    stale: """
      Des données manquent peut-être\u{A0}: le message le plus récent remonte à {age} (attendu sous \
      {limit}).
      """)

  func name(of figure: QualityFigure) -> String {
    switch figure {
    case .rowsRead: "Lignes lues"
    case .messages: "Messages"
    case .notes: "Notes internes"
    case .events: "Événements"
    case .duplicatesWithID: "Doublons par identifiant de message"
    case .duplicatesWholeRow: "Doublons d’une ligne entière"
    case .rowsAfterAsOf: "Lignes après la date d’arrêté, mises de côté"
    case .rejectedNoConversationID: "Rejetées\u{A0}: sans identifiant de conversation"
    case .rejectedBadTimestamp: "Rejetées\u{A0}: horodatage illisible"
    case .rejectedBadDirection: "Rejetées\u{A0}: sens inconnu"
    case .unknownKind: "Types inconnus"
    case .unknownStatus: "Statuts inconnus"
    case .unknownRating: "Notes de satisfaction inconnues"
    case .timesInGap: "Heures sautées (changement d’heure)"
    case .timesAmbiguous: "Heures survenues deux fois"
    case .oldest: "Ligne la plus ancienne"
    case .newest: "Ligne la plus récente"
    case .messagesWithEmployeeShare: "Messages humains avec un collaborateur"
    }
  }

  let settings = SettingWording(
    zone: "Fuseau horaire des dates et heures",
    silence: "Une nouvelle demande commence après un silence de",
    done: "Demandes des conversations clôturées",
    away: "Demandes pendant l’absence de la page",
    leftOut: "écartées",
    counted: "comptées",
    policy: "Règles du badge")

  func done(_ rule: ExclusionRules.Done) -> String {
    switch rule {
    case .unanswered: "écartées si sans réponse"
    case .all: "écartées"
    case .none: "comptées"
    }
  }

  // MARK: Mail

  let mail = MailWording(
    moreAdvice: Phrase(
      upToOne: "{n} autre figure dans report.html.",
      other: """
        {n} autres figurent dans report.html.
        """),
    morePages: Phrase(
      upToOne: "{n} autre page figure dans summary.csv.",
      other: "{n} autres pages figurent dans summary.csv."),
    moreSteps: Phrase(
      upToOne: "{n} tranche antérieure figure dans report.html.",
      other: "{n} tranches antérieures figurent dans report.html."),
    morePeople: Phrase(
      upToOne: "{n} autre personne, avec moins de réponses, figure dans employees.csv.",
      other: "{n} autres personnes, avec moins de réponses, figurent dans employees.csv."),
    rows: "lignes lues\u{A0}{read}, doublons\u{A0}{duplicates}, rejets\u{A0}{rejected}.",
    attached: "Pièces jointes\u{A0}: {files}.",
    leftOut: "Trop volumineux pour être joints\u{A0}: {files}.",
    barTitle: "avec réponse\u{A0}{answered}, en attente\u{A0}{awaiting}, manquées\u{A0}{missed}",
    rateByDay: "Taux de réponse par jour",
    rateByWeek: "Taux de réponse par semaine",
    rateByMonth: "Taux de réponse par mois",
    pageLine: """
      {name}\u{A0}: {rate} de {openers}, médiane {median}, {waiting} en attente, badge {badge}
      """,
    stepLine: "{step}\u{A0}: {rate} de {openers} ({outcomes}), médiane {median}",
    personLine: "{name}\u{A0}: {responses} ({share}), médiane {median}, 90\u{202F}% en {p90}",
    fewPersonLine: "{name}\u{A0}: {responses} ({share}), médiane {median} *, 90\u{202F}% en {p90}",
    waitingLine: "{time}\u{A0}: {who}, responsable\u{A0}: {assignee}",
    overdueLine: "{time} (en retard)\u{A0}: {who}, responsable\u{A0}: {assignee}")

  // MARK: Text report

  let terminal = TerminalWording(
    heading: "{title}, du {from} au {to} ({zone})",
    emptyHeading: "{title}\u{A0}: aucun message sur cette période",
    noMessages: "aucun message sur cette période",
    responseRate: "Taux de réponse",
    firstResponse: "Première réponse",
    withinHour: "Dans l’heure",
    change: "Évolution",
    badge: "Badge",
    waiting: "En attente",
    rows: "Lignes",
    rateLine: Phrase(
      upToOne: """
        {rate} ({answered} sur {openers} demande\u{202F}; en attente\u{A0}{awaiting}, manquées\u{A0}{missed}, \
        écartées car clôturées\u{A0}{done})
        """,
      other: """
        {rate} ({answered} sur {openers} demandes\u{202F}; en attente\u{A0}{awaiting}, manquées\u{A0}{missed}, \
        écartées car clôturées\u{A0}{done})
        """),
    timesLine: "médiane {median}, p90 {p90}, médiane avec les demandes sans réponse {aware}",
    changeLine: "taux de réponse {points}\u{A0}: {verdict}",
    changeNone: "aucun élément de comparaison",
    better: "en progrès",
    worse: "en recul",
    normal: "dans la variation normale",
    badgeLine: "{page}\u{A0}: {standing}",
    badgeNone: "encore aucune demande",
    sample: "{rate} en {time}",
    earned: "obtenu ({sample})",
    earnedWithMargin: Phrase(
      upToOne: "obtenu ({sample}\u{202F}; {n} de plus peut rester sans réponse)",
      other: "obtenu ({sample}\u{202F}; {n} de plus peuvent rester sans réponse)"),
    notEarned: "non obtenu ({sample})",
    notEarnedAtPace: Phrase(
      upToOne: "non obtenu ({sample}\u{202F}; {n} réponse à ce rythme le regagne)",
      other: "non obtenu ({sample}\u{202F}; {n} réponses à ce rythme le regagnent)"),
    notEarnedAtOnce: Phrase(
      upToOne: "non obtenu ({sample}\u{202F}; {n} réponse immédiate le regagne)",
      other: "non obtenu ({sample}\u{202F}; {n} réponses immédiates le regagnent)"),
    waitingLine: Phrase(upToOne: "{n} conversation", other: "{n} conversations"),
    waitingLongest: "{conversations}, la plus ancienne depuis {time}",
    rowsLine: "lues\u{A0}{read}, doublons\u{A0}{duplicates}, rejetées\u{A0}{rejected}")

  // MARK: Templates

  func text(_ word: TemplateWord) -> String {
    switch word {
    case .colon: "\u{A0}: "
    case .semicolon: "\u{202F}; "
    case .skip: "Aller aux chiffres"
    case .contents: "Sommaire"
    case .definitions: "Définitions"
    case .dataQuality: "Qualité des données"
    case .noMessages: "Aucun message sur cette période."
    case .filterHint: "Afficher les lignes avec …"
    case .filterLabel: "Afficher les lignes avec"
    case .chart: "Graphique"
    case .asTable: "En tableau"
    case .whatCounts: "Ce qui compte"
    case .whatToDo: "À faire"
    case .pages: "Pages"
    case .targets: "Objectifs"
    case .trend: "Évolution"
    case .people: "Équipe"
    case .channels: "Canaux"
    case .badge: "Badge"
    case .waiting: "En attente"
    case .howFast: "Rapidité"
    case .hoursAndGaps: "Heures et plages non couvertes"
    case .besideOthers: "Comparaison avec d’autres"
    case .otherCounting: "Autres façons de compter"
    case .allFigures: "Tous les chiffres"
    case .page: "Page"
    case .channel: "Canal"
    case .conversation: "Conversation"
    case .contact: "Contact"
    case .name: "Nom"
    case .openers: "Demandes"
    case .answered: "Avec réponse"
    case .awaiting: "En attente"
    case .missed: "Manquées"
    case .share: "Part"
    case .median: "Médiane"
    case .mean: "Moyenne"
    case .rate: "Taux"
    case .date: "Date"
    case .sample: "Échantillon"
    case .verdict: "Verdict"
    case .longest: "La plus longue"
    case .number: "Nombre"
    case .responseRate: "Taux de réponse"
    case .responseTime: "Délai de réponse"
    case .p90: "90\u{202F}% en"
    case .leftOutAsClosed: "Écartées car clôturées"
    case .conversations: "Conver\u{AD}sations"
    case .pagesCaption:
      """
      Le taux est hors attente là où des demandes peuvent encore recevoir une réponse. Écartées \
      car clôturées\u{A0}: demandes de conversations clôturées, exclues du taux\u{202F}; plus \
      d’un dixième est signalé par !.
      """
    case .againstBefore: "Par rapport à avant"
    case .change: "Évolution"
    case .targetsCaption:
      """
      Les objectifs propres à la page, et dans quelle mesure chacun est atteint.
      """
    case .metric: "Indicateur"
    case .target: "Objectif"
    case .difference: "Écart"
    case .result: "Résultat"
    case .thisPeriod: "Cette période"
    case .trendProvisional:
      """
      La dernière tranche est provisoire\u{A0}: elle n’est pas terminée, ou certaines de ses \
      demandes peuvent encore recevoir une réponse. Elle est dessinée en creux et en pointillé et \
      montre son taux de réponse hors attente.
      """
    case .rateCaption: "Part des demandes ayant reçu une réponse, quelle qu’en soit la date"
    case .firstResponseTime: "Délai de première réponse"
    case .medianKey: "médiane"
    case .p90Key: "90\u{202F}% des réponses en"
    case .trendTable: "Évolution en tableau"
    case .trendCaption: "Demandes selon la tranche de leur arrivée."
    case .step: "Tranche"
    case .speedTitle: "Combien, en combien de temps"
    case .answeredKey: "avec réponse"
    case .awaitingKey: "en attente"
    case .missedKey: "manquées"
    case .distributionTitle: "Demandes selon le délai de première réponse"
    case .distributionCaption:
      """
      Chaque demande une fois\u{A0}: réponse dans le délai indiqué sous la barre, après, ou pas \
      du tout
      """
    case .speedTable: "Rapidité, en tableau"
    case .speedCaption:
      """
      Les parts portent sur toutes les demandes qui comptent\u{202F}; les demandes par tranche \
      figurent dans le tableau de l’évolution.
      """
    case .hoursTitle: "Heures de la semaine"
    case .heatTitle: "Demandes par jour de la semaine et par heure"
    case .heatKey: "de peu à beaucoup de demandes"
    case .gapKey: "plage non couverte\u{A0}: aucune réponse dans l’heure"
    case .gapsTitle: "Plages non couvertes"
    case .gapsCaption: "Aucune réponse dans l’heure\u{202F}; la plus grande attente d’abord."
    case .hours: "Heures"
    case .hour: "Heure"
    case .waitedInAll: "Attente totale"
    case .hoursTable: "Heures de la semaine en tableau"
    case .hoursCaption: "Heures avec des demandes. Les plages non couvertes sont signalées par !."
    case .peopleCaption:
      """
      Par nom. Une réponse est la première réponse à une demande. La bande montre les délais de \
      première réponse de 0 à 7\u{A0}jours sur une même échelle\u{A0}: du plus rapide à \
      95\u{202F}%, en épais de la médiane à 90\u{202F}%.
      """
    case .peopleWaiting:
      """
      En attente\u{A0}: conversations attribuées à la personne qui attendent une réponse \
      maintenant.
      """
    case .responses: "Réponses"
    case .replies: "Toutes les réponses"
    case .messages: "Messages"
    case .assigned: "Attribuées"
    case .rating: "Satisfaction"
    case .ratings: "Évaluations"
    case .handovers: "Transferts"
    case .firstResponseTimes: "Délais de première réponse"
    case .medianReply: "Médiane, toutes réponses"
    case .activeDays: "Jours actifs"
    case .assignedAnswered: "dont avec réponse"
    case .outsideWindow: "Hors fenêtre"
    case .channelsCaption:
      """
      Le taux est hors attente là où des demandes peuvent encore recevoir une réponse.
      """
    case .withinHour: "En 1\u{A0}h"
    case .newContacts: "Nouveaux contacts"
    case .inbound: "Reçus"
    case .humanMessages: "Messages humains"
    case .blockersCaption:
      """
      Demandes de l’échantillon qui aideraient le plus si chacune avait reçu une réponse \
      aussitôt\u{A0}: d’abord celles sans réponse, puis les plus lentes qui comptent.
      """
    case .whatHappened: "Ce qui s’est passé"
    case .arrived: "Arrivée"
    case .dayByDay: "Jour par jour"
    case .sampleRateKey: "taux de réponse de l’échantillon"
    case .leastRateKey: "taux minimal"
    case .heldKey: "obtenu"
    case .notHeldKey: "non obtenu"
    case .policiesTitle: "Selon chaque règle"
    case .policiesCaption:
      """
      La même page au même instant. Chaque règle prend son propre échantillon\u{A0}: fenêtre, \
      canaux et exclusions diffèrent.
      """
    case .policy: "Règle"
    case .chosenPolicy: "celle de ce rapport"
    case .atLeast: "au moins"
    case .atMost: "au plus"
    case .historyAndRules: "Historique et règles"
    case .badgeDetails: "Historique et règles du badge"
    case .badgeHistory: "Historique du badge"
    case .badgeHistoryCaption: "À la fin de chaque jour de la période, et à cet instant."
    case .publishedTitle: "Chiffres publiés"
    case .publishedCaption:
      """
      Chiffres publiés, chacun d’une seule source et jamais mélangés. Un tiret\u{A0}: les deux ne \
      sont pas comparables.
      """
    case .figure: "Chiffre"
    case .published: "Publié"
    case .caveats: "Réserves"
    case .answer: "Réponse"
    case .source: "Source"
    case .place: "Rang"
    case .thisPage: "Cette page"
    case .ofWhom: "De qui, et ce qu’il faut savoir"
    case .expectationsTitle: "Ce que les gens attendent"
    case .expectationsCaption:
      """
      Ce que les consommateurs disent attendre\u{A0}: des souhaits exprimés dans des enquêtes, \
      non des mesures.
      """
    case .ownOpeners: "Demandes de cette page"
    case .expected: "Consommateurs qui s’y attendent"
    case .peersTitle: "Pages du même secteur"
    case .peersCaption:
      """
      Parmi les pages du même secteur dans ces données\u{202F}; 1 est le meilleur rang.
      """
    case .rulesCaption:
      """
      Les mêmes messages selon les règles d’autres programmes\u{A0}: pourquoi des chiffres de \
      deux sources diffèrent. La règle du rapport vient d’abord.
      """
    case .rules: "Règles"
    case .counted: "Comptées"
    case .waitingTitle: "En attente d’une réponse"
    case .nobodyWaiting: "Personne n’attend."
    case .waitingCaption:
      """
      Conversations dont le dernier message est celui du contact, la plus longue attente d’abord, \
      quelle que soit la période. Celles en retard portent un !.
      """
    case .assignedTo: "Responsable"
    case .since: "Depuis"
    case .inOfficeHours: "En heures d’ouverture"
    case .everyFigure: "Chaque chiffre de la période"
    case .times: "Délais"
    case .timesCaption:
      """
      Délais. Un tiret\u{A0}: non défini, par exemple sans heures d’ouverture ou sans \
      conversations clôturées.
      """
    case .timeOf: "Délai de"
    case .fastest90Mean: "Moyenne des 90\u{202F}% les plus rapides"
    case .percentile75: "75\u{202F}%"
    case .percentile90: "90\u{202F}%"
    case .percentile95: "95\u{202F}%"
    case .percentile99: "99\u{202F}%"
    case .fastest: "Le plus rapide"
    case .slowest: "Le plus lent"
    case .leftOut: "Écartées"
    case .when: "Quand"
    case .openersByOutcome: "Demandes selon leur issue"
    case .newestStep:
      "La dernière tranche n’est pas terminée\u{A0}: son taux est celui hors attente."
    case .data: "Données\u{A0}:"
    case .allInReport:
      """
      Tous les chiffres, avec graphiques et définitions, figurent dans report.html, établi avec \
      ce message.
      """
    case .plainToDo: "À FAIRE"
    case .plainPages:
      """
      PAGES (taux de réponse, demandes, médiane de première réponse, en attente, badge)
      """
    case .plainPeople: "ÉQUIPE (réponses, part, médiane et 90\u{202F}% des premières réponses)"
    case .plainWaiting: "EN ATTENTE D’UNE RÉPONSE"
    }
  }

  // MARK: Definitions

  func definition(of term: DefinedTerm) -> (name: String, text: String) {
    switch term {
    case .opener:
      (
        "Demande",
        """
        Un message entrant qui appelle une réponse\u{A0}: le premier d’une conversation, ou un \
        message qui suit un silence.
        """
      )
    case .firstResponse:
      (
        "Première réponse",
        """
        Le premier message humain après une demande, avant la suivante. Les messages \
        automatiques et les notes internes n’en sont pas.
        """
      )
    case .outcomes:
      (
        "Avec réponse, en attente, manquée",
        """
        Une demande qui a reçu une première réponse compte avec réponse, quelle qu’en soit la \
        date. Sans réponse, elle est en attente tant qu’elle a moins de 24\u{A0}heures, puis \
        manquée.
        """
      )
    case .leftOut:
      (
        "Écartées",
        """
        Les demandes des conversations de spam, celles de conversations clôturées sans réponse \
        et celles arrivées pendant l’absence de la page ne comptent ni dans les taux ni dans \
        les délais.
        """
      )
    case .responseRate:
      (
        "Taux de réponse",
        """
        Demandes avec réponse sur toutes les demandes qui comptent. Le taux hors attente exclut \
        celles qui sont en attente. S’il n’y en a pas\u{A0}: un tiret, et non 0.
        """
      )
    case .medianAnd90:
      (
        "Médiane, 90\u{202F}% en",
        """
        La moitié, et neuf dixièmes, des demandes avec réponse l’ont reçue dans ce délai au plus. \
        «\u{A0}En tenant compte des demandes sans réponse\u{A0}» est le même chiffre avec les \
        demandes restées sans réponse, de sorte que laisser de côté les plus difficiles ne \
        puisse pas l’embellir.
        """
      )
    case .normalVariation:
      (
        "Variation normale",
        """
        Deux taux ne sont dits différents que si l’intervalle à 95\u{202F}% de leur différence \
        ne contient pas 0 (Newcombe). Deux médianes, que si leurs intervalles à 95\u{202F}% \
        n’ont rien en commun\u{A0}: chacun va de l’un des délais à un autre, trouvés par simple \
        comptage (statistiques d’ordre), et il faut six délais. Les autres délais sont comparés \
        sans test.
        """
      )
    case .officeHours:
      (
        "Heures d’ouverture",
        """
        La part d’un délai qui tombe dans les horaires de la page. Les pages sans horaires \
        n’ont pas ce chiffre.
        """
      )
    case .coverageGap:
      (
        "Plage non couverte",
        """
        Une heure de la semaine dont aucune demande n’a reçu de réponse dans l’heure\u{202F}; \
        de telles heures à la suite forment une seule plage. «\u{A0}Attente totale\u{A0}» est \
        la somme des attentes de ses demandes jusqu’à leur première réponse, quelle qu’en soit \
        la date\u{202F}; pour celles sans réponse, jusqu’à la demande suivante du contact, \
        sinon jusqu’à maintenant.
        """
      )
    case .waiting:
      (
        "En attente",
        """
        Une conversation, ni spam ni clôturée, dont le dernier message, des deux côtés, est celui \
        du contact.
        """
      )
    case .everyReply:
      (
        "Toutes les réponses",
        """
        Du premier message d’une suite de messages du contact à la réponse humaine qui la \
        termine, y compris au sein d’un échange.
        """
      )
    case .outsideWindow:
      (
        "Hors de la fenêtre de messagerie",
        """
        Messages humains envoyés plus de 24\u{A0}heures après le dernier message du contact, sans \
        étiquette qui l’autorise.
        """
      )
    }
  }
}
