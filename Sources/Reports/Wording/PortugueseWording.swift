import ResponseMetrics

/// The report in Portuguese, as it is written in Brazil.
struct PortugueseWording: Wording {
  let language = ReportLanguage.portuguese
  let standardTitle = "Agilidade de resposta"
  let standardSubject = "{{title}}: {{period}}"

  // MARK: Numbers and dates

  let numbers = NumberWording(
    decimalMark: ",", groupMark: ".", percentSpace: "", second: "s", minute: "min", hour: "h",
    day: "d")

  let dates = DateWording(
    shortMonths: [
      "jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.",
      "dez.",
    ],
    longMonths: [
      "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
      "outubro", "novembro", "dezembro",
    ],
    shortWeekdays: ["seg.", "ter.", "qua.", "qui.", "sex.", "sáb.", "dom."],
    timeMark: ":",
    dayOfMonth: "{day}",
    firstOfMonth: "1º",
    dayAndMonth: "{day}\u{A0}de\u{A0}{month}",
    date: "{date}\u{A0}de\u{A0}{year}",
    shortMonthAndYear: "{month}\u{A0}de\u{A0}{year}",
    longMonthAndYear: "{month} de {year}",
    quarter: "{n}º trimestre de {year}",
    weekdayAndDate: "{weekday} {date}",
    axisDay: "{day}/{mm}",
    weekFrom: "Semana de {date}",
    noPeriod: "Nenhum período",
    asOf: "posição em {instant}",
    comparedWith: "em comparação com {period}")

  // MARK: The first words of a part

  let scopes = ScopeWording(
    allPages: "Todas as páginas",
    noMessages: "Nenhuma mensagem neste período",
    lead: Phrase(
      upToOne: "{rate} de {openers} solicitação foi respondida, em {median}.",
      other: "{rate} de {openers} solicitações foram respondidas, metade delas em até {median}."),
    leadUnanswered: Phrase(
      upToOne: "{openers} solicitação, não respondida.",
      other: "Nenhuma das {openers} solicitações foi respondida."),
    leadNoOpeners: "Houve mensagens neste período, mas nenhuma pedia resposta.",
    indexBetter: "melhor",
    indexWorse: "pior",
    indexNormal: "variação normal",
    provisionalOpen: """
      O período termina depois da data da posição: seus números e a comparação são provisórios.
      """,
    provisionalAwaiting: Phrase(
      upToOne: """
        {n} solicitação ainda pode ser respondida. A taxa em destaque é a taxa sem pendentes, que \
        não a inclui.
        """,
      other: """
        {n} solicitações ainda podem ser respondidas. A taxa em destaque é a taxa sem pendentes, \
        que não as inclui.
        """),
    colophon: """
      Elaborado pelo replymeter {version} a partir de mensagens exportadas. O relatório não \
      mostra o texto de nenhuma mensagem e não carrega nada de uma rede. Os números exatos estão \
      nos arquivos CSV e JSON ao lado dele.
      """)

  // MARK: Headline

  let headline = HeadlineWording(
    responseRate: "Taxa de resposta",
    settledResponseRate: "Taxa de resposta sem pendentes",
    median: "Primeira resposta, mediana",
    p90: "90% respondidas em até",
    badge: "Selo",
    waitingNow: "Aguardando agora",
    ofOpeners: Phrase(upToOne: "de {n} solicitação", other: "de {n} solicitações"),
    ofAnswered: Phrase(
      upToOne: "de {n} solicitação respondida", other: "de {n} solicitações respondidas"),
    interval: "intervalo de 95%: {low} – {high}",
    plainRate: Phrase(
      upToOne: "{rate} contando {n} pendente como não respondida",
      other: "{rate} contando {n} pendentes como não respondidas"),
    leftOutAsClosed: Phrase(
      upToOne: "{n} desconsiderada por encerramento ({share})",
      other: "{n} desconsideradas por encerramento ({share})"),
    closedWarning: Phrase(
      upToOne: """
        {n} solicitação foi desconsiderada por encerramento, mais de um décimo das que contam: \
        encerrar o que nunca foi respondido eleva a taxa.
        """,
      other: """
        {n} solicitações foram desconsideradas por encerramento, mais de um décimo das que contam: \
        encerrar o que nunca foi respondido eleva a taxa.
        """),
    waitingAware: "{time} considerando também as não respondidas",
    officeTime: "{time} em horário de atendimento",
    before: "antes, {value} ({period})",
    changePoints: "{points}\u{A0}p.p.",
    verdictBetter: "Melhor, além da variação normal",
    verdictWorse: "Pior, além da variação normal",
    verdictNormal: "Dentro da variação normal",
    faster: "{time} mais rápido",
    slower: "{time} mais lento",
    asFast: "Tão rápido quanto antes",
    timeBeyondVariation: "{change}, além da variação normal",
    timeWithinVariation: "{change}, dentro da variação normal",
    timeTooFew: "{change}, poucos dados para avaliar",
    timeNotJudged: "{change}, sem teste",
    provisionalVerdict: "{verdict} – provisório",
    notCompared: "Não comparado com outro período",
    nothingBefore: "Nada com que comparar",
    noVerdict: "Poucos dados para avaliar",
    badgePages: "{earned} de {n}",
    badgePagesDetail: Phrase(upToOne: "página o tem", other: "páginas o têm"),
    badgeBefore: "{n} no início do período",
    badgeSample: "{answered} de {sample} com resposta, {time}",
    waitingLongest: "A mais longa: {time}",
    waitingOverdue: "{n} acima de {limit}",
    waitingNobody: "Ninguém está aguardando",
    waitingNotCompared: "Neste momento, qualquer que seja o período")

  let receipts = ReceiptWording(
    openers: "Contadas: solicitações",
    responses: "Contadas: primeiras respostas",
    answered: "destas, respondidas",
    sample: "Contadas: solicitações da amostra",
    conversations: "Contadas: conversas aguardando",
    overdue: "destas, acima de {limit}",
    neverWaiting: "Desconsideradas",
    neverWaitingReasons: "spam, encerradas",
    leftOut: "Desconsideradas: {reason}",
    leftOutCount: "{reason}:\u{A0}{n}",
    leftOutNothing: "nenhuma")

  func reason(_ reason: LeftOutReason) -> String {
    switch reason {
    case .awaiting: "pendentes (menos de 24\u{A0}h)"
    case .missed: "perdidas"
    case .spam: "de spam"
    case .done: "encerradas sem resposta"
    case .away: "página ausente"
    case .noSchedule: "página sem horário de atendimento"
    }
  }

  // MARK: What to do

  let advice = AdviceWording(
    answerOverdue: Phrase(
      upToOne: "Responda à conversa ({n}) que aguarda há mais de {limit}: {longest} até agora.",
      other: """
        Responda às {n} conversas que aguardam há mais de {limit}; a mais antiga aguarda há \
        {longest}.
        """),
    answerWaiting: Phrase(
      upToOne: "Responda à conversa ({n}) que está aguardando há {longest}.",
      other: "Responda às {n} conversas que estão aguardando, a mais antiga há {longest}."),
    winBack: "Reconquiste o selo: {way}",
    winBackPages: """
      Conquiste o selo: ele falta a {pages}; as seções dessas páginas dizem o que é preciso.
      """,
    keepBadge: Phrase(
      upToOne: "Mantenha o selo: ele só suporta mais {n} solicitação não respondida.",
      other: "Mantenha o selo: ele só suporta mais {n} solicitações não respondidas."),
    keepBadgeNone: "Mantenha o selo: mais uma solicitação não respondida faz perdê-lo.",
    coverGap: Phrase(
      upToOne: "Veja {when}: {n} solicitação, não respondida em uma hora, aguardou {waiting}.",
      other: """
        Veja {when}: {n} solicitações, nenhuma respondida em uma hora, aguardaram {waiting} no \
        total.
        """),
    reviewClosed: Phrase(
      upToOne: "Revise os encerramentos: {n} solicitação fica fora da taxa, o que a eleva.",
      other: "Revise os encerramentos: {n} solicitações ficam fora da taxa, o que a eleva."),
    reachTarget: "Meta não atingida: {name}, {own}, {distance} em relação à meta ({target}).",
    nothing: "Nada está atrasado e nenhuma meta deixou de ser atingida.")

  // MARK: Charts

  let charts = ChartWording(
    axisShareAnswered: "Solicitações respondidas, %",
    axisTime: "Tempo até a primeira resposta",
    axisOpeners: "Solicitações",
    axisBadgeRate: "Taxa de resposta da amostra, %",
    rate: "Gráfico de linha: taxa de resposta ao longo do tempo",
    times: """
      Gráfico de linha: mediana e percentil 90 do tempo de primeira resposta ao longo do tempo
      """,
    outcomes: "Barras empilhadas: solicitações respondidas, pendentes e perdidas ao longo do tempo",
    distribution: "Gráfico de barras: solicitações por tempo até a primeira resposta",
    heatMap: """
      Mapa de calor: solicitações por dia da semana e hora, lacunas de atendimento marcadas com \
      um X
      """,
    badge: "Gráfico de linha: taxa de resposta da amostra do selo por dia, e se ele estava obtido",
    trendByDay: "Evolução por dia",
    trendByWeek: "Evolução por semana",
    trendByMonth: "Evolução por mês",
    trendTitle: """
      {step}: taxa\u{A0}{rate}, solicitações\u{A0}{openers}; mediana {median}, 90% em até {p90}
      """,
    provisional: "provisório",
    provisionalStep: "{step}, provisório",
    barLater: "depois",
    barAwaiting: "pendente",
    barMissed: "perdida",
    barTitle: Phrase(
      upToOne: "{label}: {n} solicitação, {share}", other: "{label}: {n} solicitações, {share}"),
    heatTitle: """
      {when}: solicitações\u{A0}{openers}, respondidas\u{A0}{answered}, perdidas\u{A0}{missed}, mediana {median}
      """,
    moreGaps: Phrase(
      upToOne: "Mais {n} está marcada no mapa.", other: "Mais {n} estão marcadas no mapa."),
    stripTitle: """
      Respostas: {n}; a mais rápida {least}, mediana {median}, 90% em até {p90}, 95% em até {p95}
      """,
    badgeTitle: "{date}: {verdict}; {rate} de {sample}, {time}",
    withinTime: "em até {time}")

  // MARK: People, waiting

  let people = PeopleWording(
    unattributed: "Não atribuído",
    workloadResponses: """
      {name} deu {n} das {all} primeiras respostas, pelo menos o dobro de qualquer outra pessoa \
      (seguinte: {next}). É demais para uma só pessoa?
      """,
    workloadReplyTime: """
      {name} leva {time} para responder (mediana), pelo menos o dobro de qualquer outra pessoa \
      com ao menos dez respostas (seguinte: {next}). Há trabalho demais ou as perguntas são mais difíceis?
      """,
    waitingUnassigned: Phrase(
      upToOne: "{n} conversa aguardando não está atribuída a ninguém.",
      other: "{n} conversas aguardando não estão atribuídas a ninguém."),
    fewResponses: "menos de {n} respostas: poucas para comparar",
    unknownContact: "desconhecido",
    unassigned: "ninguém",
    moreWaiting: Phrase(
      upToOne: "Mais {n} está em waiting.csv.", other: "Mais {n} estão em waiting.csv."),
    morePeople: Phrase(
      upToOne: "Aparecem as pessoas com mais respostas; mais {n} está em employees.csv.",
      other: "Aparecem as pessoas com mais respostas; mais {n} estão em employees.csv."))

  // MARK: Badge

  let badge = BadgeWording(
    held: "Obtido",
    notHeld: "Não obtido",
    heldThroughout: "Obtido em todos os dias do período",
    missingThroughout: "Não obtido em nenhum dia do período",
    wonOn: "Obtido desde {date}",
    lostOn: "Não obtido desde {date}",
    summary: Phrase(
      upToOne: """
        {needs} {story}: {answered} de {sample} solicitação da amostra respondida ({rate}), \
        {time}.
        """,
      other: """
        {needs} {story}: {answered} de {sample} solicitações da amostra respondidas ({rate}), \
        {time}.
        """),
    needs: "Exige {rate} de respostas e tempo ({statistic}) de no máximo {limit}.",
    marginOpeners: Phrase(
      upToOne: """
        Mais {n} solicitação pode ficar sem resposta antes que a taxa caia abaixo de {rate}.
        """,
      other: """
        Mais {n} solicitações podem ficar sem resposta antes que a taxa caia abaixo de {rate}.
        """),
    marginNone: "Mais uma solicitação sem resposta leva a taxa abaixo de {rate}.",
    marginTime: "O tempo de resposta está {time} abaixo do limite.",
    wayBackBoth: """
      responda a {pace} solicitações seguidas no ritmo habitual{time}, ou a {once} de imediato.
      """,
    wayBackAtPace: Phrase(
      upToOne: "responda à próxima solicitação no ritmo habitual{time}.",
      other: "responda a {n} solicitações seguidas no ritmo habitual{time}."),
    wayBackAtOnce: Phrase(
      upToOne: """
        responda de imediato à próxima solicitação; no ritmo habitual{time} ele não volta.
        """,
      other: """
        responda de imediato a {n} solicitações seguidas; no ritmo habitual{time} ele não volta.
        """),
    wayBackOnlyAtOnce: Phrase(
      upToOne: "responda de imediato à próxima solicitação.",
      other: "responda de imediato a {n} solicitações seguidas."),
    wayBackNone: "não se encontrou como reconquistá-lo em até 10.000 solicitações.",
    wayBackPace: " ({time})",
    lacksRate: "O que falta é a taxa: {rate}, quando são necessários {least}.",
    lacksTime: "O que falta é o tempo: {time}, quando se permite no máximo {limit}.",
    lacksBoth: """
      Faltam tanto a taxa, {rate} quando são necessários {least}, como o tempo, {time} quando se \
      permite no máximo {limit}.
      """,
    lacksOpeners: "Ainda não chegou nenhuma solicitação que conte.",
    blockersMissing: "O que mais impede o selo",
    blockersHeld: "O que mais pesa sobre o selo",
    blockerUnanswered: "sem resposta há {time}",
    blockerTooLate: "respondida após {time}, fora do prazo",
    blockerAnswered: "respondida após {time}")

  let extent = ExtentWording(
    pagesInBrief: """
      Cada uma das {n} páginas tem abaixo uma parte resumida. replymeter report --page ID faz o \
      relatório completo de uma página; todos os números de todas estão nos arquivos CSV.
      """,
    pagesWithoutPart: Phrase(
      upToOne: "{n} página, com menos solicitações, tem uma linha aqui e nenhuma parte abaixo.",
      other: "{n} páginas, com menos solicitações, têm uma linha aqui e nenhuma parte abaixo."),
    pagesNotListed: Phrase(
      upToOne: "Mais {n} página, com menos solicitações, está em summary.csv.",
      other: "Mais {n} páginas, com menos solicitações, estão em summary.csv."),
    moreChannels: Phrase(
      upToOne: "Aparecem os canais com mais solicitações; mais {n} está em channels.csv.",
      other: "Aparecem os canais com mais solicitações; mais {n} estão em channels.csv."),
    earlierSteps: Phrase(
      upToOne: "Aparecem as etapas mais recentes; {n} anterior está em trend.csv.",
      other: "Aparecem as etapas mais recentes; {n} anteriores estão em trend.csv."),
    earlierDays: Phrase(
      upToOne: "Aparecem os dias mais recentes; {n} anterior está em badge.csv.",
      other: "Aparecem os dias mais recentes; {n} anteriores estão em badge.csv."))

  let policy = PolicyWording(
    limitOf: "{limit}, {statistic}",
    window: "Solicitações dos últimos",
    fewest: "no mínimo, senão as mais recentes",
    leastRate: "Taxa de resposta mínima",
    time: "Tempo de resposta",
    limit: "Limite do tempo de resposta",
    deadline: "Respostas contam até",
    noDeadline: "sem prazo",
    silence: "Nova solicitação após silêncio de",
    exclusions: "Desconsideradas",
    channels: "Canais",
    allChannels: "todos")

  func exclusion(_ exclusion: BadgePolicy.Exclusion) -> String {
    switch exclusion {
    case .spam: "de spam"
    case .done: "encerradas sem resposta"
    case .away: "página ausente"
    case .pageStarted: "respostas ao que a página enviou primeiro"
    }
  }

  func statistic(_ statistic: BadgePolicy.ResponseTime) -> String {
    switch statistic {
    case .fastest90Mean: "média dos 90% mais rápidos"
    case .mean: "média"
    case .median: "mediana"
    }
  }

  // MARK: Targets and benchmarks

  let others = ComparisonWording(
    targetAtLeast: "no mínimo {value}",
    targetAtMost: "no máximo {value}",
    targetMet: "atingida",
    targetMissed: "não atingida",
    targetUndefined: "indefinida",
    peerPlace: "{rank} de {n}",
    peerTooFew: "menos de {n} páginas")

  func name(of metric: TargetMetric) -> String {
    switch metric {
    case .responseRate: "Taxa de resposta"
    case .settledResponseRate: "Taxa de resposta sem pendentes"
    case .within1Minute: "Respondidas em até 1\u{A0}min"
    case .within5Minutes: "Respondidas em até 5\u{A0}min"
    case .within15Minutes: "Respondidas em até 15\u{A0}min"
    case .within1Hour: "Respondidas em até 1\u{A0}h"
    case .within4Hours: "Respondidas em até 4\u{A0}h"
    case .within8Hours: "Respondidas em até 8\u{A0}h"
    case .within24Hours: "Respondidas em até 24\u{A0}h"
    case .firstResponseMean: "Primeira resposta, média"
    case .firstResponseFastest90Mean: "Primeira resposta, média dos 90% mais rápidos"
    case .firstResponseMedian: "Primeira resposta, mediana"
    case .firstResponseP75: "75% respondidas em até"
    case .firstResponseP90: "90% respondidas em até"
    case .firstResponseP95: "95% respondidas em até"
    case .firstResponseP99: "99% respondidas em até"
    case .firstResponseMax: "Primeira resposta mais lenta"
    case .firstResponseOfficeMean: "Primeira resposta, média, horário de atendimento"
    case .firstResponseOfficeMedian: "Primeira resposta, mediana, horário de atendimento"
    case .firstResponseOfficeP90: "90% respondidas em até, horário de atendimento"
    case .replyMean: "Resposta, média"
    case .replyMedian: "Resposta, mediana"
    case .replyP90: "90% das respostas em até"
    case .replyOfficeMean: "Resposta, média, horário de atendimento"
    case .replyOfficeMedian: "Resposta, mediana, horário de atendimento"
    case .replyOfficeP90: "90% das respostas em até, horário de atendimento"
    case .resolutionMean: "Resolução, média"
    case .resolutionMedian: "Resolução, mediana"
    case .resolutionP90: "90% resolvidas em até"
    case .waitingAwareMedian: "Mediana, com as não respondidas"
    case .waitingAwareP90: "90%, com as não respondidas"
    case .waitingLongest: "Espera atual mais longa"
    }
  }

  func name(of metric: PeerMetric) -> String {
    switch metric {
    case .responseRate: "Taxa de resposta"
    case .settledResponseRate: "Taxa de resposta sem pendentes"
    case .firstResponseMedian: "Primeira resposta, mediana"
    case .firstResponseP90: "90% respondidas em até"
    }
  }

  func name(of metric: ComparedMetric) -> String {
    switch metric {
    case .responseRate: "Taxa de resposta"
    case .meanFirstResponse: "Primeira resposta, média"
    case .medianFirstResponse: "Primeira resposta, mediana"
    }
  }

  func verdict(_ verdict: BenchmarkComparison.Verdict) -> String {
    switch verdict {
    case .better: "melhor"
    case .level: "igual"
    case .worse: "pior"
    }
  }

  func caveat(_ caveat: BenchmarkCaveat) -> String {
    switch caveat {
    case .olderThanFiveYears(let year): "tem mais de cinco anos (\(year))"
    case .undated: "seu ano não é conhecido"
    case .publicBesidePrivate:
      """
      trata de mensagens públicas e as desta página são privadas: onde ambas foram contadas, as \
      privadas foram respondidas com mais frequência (96% contra 86%), de modo que um resultado \
      acima da referência é esperado
      """
    case .otherChannel(let channel, let page): "trata de \(channel), não de \(page)"
    case .widerIndustry(let industry): "trata do setor mais amplo \(industry)"
    case .joinedIndustries(let industry): "trata dos setores reunidos \(industry)"
    case .allIndustries: "trata de todos os setores"
    case .otherStatistic(let own, let statistic):
      "sem veredito: o nosso número é \(kind(of: own)), este foi publicado como “\(statistic.text)”"
    case .calendarTime: "ambos são em tempo corrido, não em horário de atendimento"
    case .fewOpeners(let count):
      "sem veredito: \(openers(count)), menos de \(BenchmarkComparison.fewestOpeners)"
    case .hedged(let hedge): "publicado com a ressalva “\(hedge.rawValue)”"
    case .quoted(let title): "conforme citado por “\(title)”"
    case .statedWish:
      """
      um desejo declarado em pesquisa, não uma medição; as pesquisas diferem no público ouvido, \
      e a maioria ouve pessoas nos Estados Unidos
      """
    case .publishersInterest:
      """
      A maioria desses números é publicada por fornecedores, sobre os próprios clientes ou para \
      vender rapidez
      """
    }
  }

  private func openers(_ count: Int) -> String {
    Phrase(upToOne: "{n} solicitação", other: "{n} solicitações").text(
      count: count, ["n": "\(count)"])
  }

  private func kind(of metric: ComparedMetric) -> String {
    switch metric {
    case .responseRate: "uma proporção"
    case .meanFirstResponse: "uma média"
    case .medianFirstResponse: "uma mediana"
    }
  }

  func note(on rules: RuleSet) -> String {
    switch rules {
    case .replymeter:
      """
      A regra deste relatório: toda solicitação do período conta, respondida ou não, da \
      primeira mensagem do contato à primeira resposta humana.
      """
    case .facebook:
      """
      A amostra do selo na data da posição, com janela, critérios e canais próprios, de modo \
      que solicitações anteriores ao período também contam.
      """
    case .firstReplyEver:
      """
      Uma conversa conta uma vez, da primeira mensagem à primeira resposta humana, de modo que \
      perguntas posteriores na mesma conversa não são vistas.
      """
    case .replyDated:
      """
      Só contam solicitações respondidas, no período da resposta, de modo que o que nunca foi \
      respondido não é visto e não há taxa.
      """
    case .lastMessage:
      """
      O tempo corre da última mensagem do contato antes de cada resposta, de modo que um \
      contato que insiste enquanto aguarda encurta o tempo; não há taxa.
      """
    }
  }

  // MARK: All figures

  let figures = FigureWording(
    timesFirstResponse: "Primeira resposta",
    timesFirstResponseOffice: "Primeira resposta, horário de atendimento",
    timesReply: "Cada resposta",
    timesReplyOffice: "Cada resposta, horário de atendimento",
    timesResolution: "Resolução",
    openers: "Solicitações",
    answered: "Respondidas",
    awaiting: "Pendentes",
    missed: "Perdidas",
    excludedSpam: "Desconsideradas por spam",
    excludedDone: "Desconsideradas por encerramento",
    excludedAway: "Desconsideradas por página ausente",
    responseRate: "Taxa de resposta",
    responseRateInterval: "Intervalo de 95% da taxa de resposta",
    settledResponseRate: "Taxa de resposta sem pendentes",
    within: "Respondidas em até {time}",
    waitingAwareMedian: "Mediana, com as não respondidas",
    waitingAwareP90: "90%, com as não respondidas",
    reopenings: "Reaberturas",
    conversations: "Conversas",
    newContacts: "Novos contatos",
    inbound: "Mensagens recebidas",
    outboundHuman: "Respostas e mensagens humanas",
    outboundAutomated: "Mensagens automáticas",
    notes: "Notas internas",
    automatedFirst: "Respondidas primeiro por automação",
    handledByAutomation: "Tratadas só por automação",
    outsideWindow: "Enviadas fora da janela de mensagens",
    allowedOutsideWindow: "Enviadas fora dela, permitidas por etiqueta")

  // MARK: Data quality and settings

  let quality = QualityWording(
    ambiguous: Phrase(
      upToOne: """
        {n} horário ocorreu duas vezes (mudança de hora); vale o primeiro, de modo que uma resposta pode \
        anteceder sua pergunta.
        """,
      other: """
        {n} horários ocorreram duas vezes (mudança de hora); vale o primeiro, de modo que uma \
        resposta pode anteceder sua pergunta.
        """),
    rejected: Phrase(
      upToOne: "{n} linha foi rejeitada; está em rejected.csv com o motivo.",
      other: "{n} linhas foram rejeitadas; estão em rejected.csv com os motivos."),
    anonymous: """
      Só {share} das mensagens humanas identificam um colaborador, de modo que os números por pessoa \
      são incompletos.
      """,
    tickets: Phrase(
      upToOne: """
        {n} arquivo tem uma linha por ticket: dele só se conhecem a primeira resposta e a \
        resolução; as respostas seguintes, seus tempos e quem respondeu são desconhecidos.
        """,
      other: """
        {n} arquivos têm uma linha por ticket: deles só se conhecem a primeira resposta e a \
        resolução; as respostas seguintes, seus tempos e quem respondeu são desconhecidos.
        """),
    good: "Todas as linhas puderam ser usadas.",
    passingPseudonyms: """
      Os nomes são pseudônimos que mudam a cada execução, pois nenhum arquivo de chave foi definido.
      """,
    stale: """
      Pode haver dados faltando: a mensagem mais recente tem {age} (o esperado é até {limit}).
      """)

  func name(of figure: QualityFigure) -> String {
    switch figure {
    case .rowsRead: "Linhas lidas"
    case .messages: "Mensagens"
    case .notes: "Notas internas"
    case .events: "Eventos"
    case .duplicatesWithID: "Duplicatas por ID de mensagem"
    case .duplicatesWholeRow: "Duplicatas de linha inteira"
    case .rowsAfterAsOf: "Linhas após a data da posição, deixadas de lado"
    case .rejectedNoConversationID: "Rejeitadas: sem ID de conversa"
    case .rejectedBadTimestamp: "Rejeitadas: data e hora ilegíveis"
    case .rejectedBadDirection: "Rejeitadas: direção desconhecida"
    case .unknownKind: "Tipos desconhecidos"
    case .unknownStatus: "Status desconhecidos"
    case .unknownRating: "Avaliações desconhecidas"
    case .timesInGap: "Horários pulados (mudança de hora)"
    case .timesAmbiguous: "Horários que ocorreram duas vezes"
    case .oldest: "Linha mais antiga"
    case .newest: "Linha mais recente"
    case .messagesWithEmployeeShare: "Mensagens humanas com colaborador"
    }
  }

  let settings = SettingWording(
    zone: "Fuso horário de datas e horas",
    silence: "Uma nova solicitação começa após silêncio de",
    done: "Solicitações de conversas encerradas",
    away: "Solicitações durante a ausência da página",
    leftOut: "desconsideradas",
    counted: "contadas",
    policy: "Regras do selo")

  func done(_ rule: ExclusionRules.Done) -> String {
    switch rule {
    case .unanswered: "desconsideradas se não respondidas"
    case .all: "desconsideradas"
    case .none: "contadas"
    }
  }

  // MARK: Mail

  let mail = MailWording(
    moreAdvice: Phrase(
      upToOne: "Mais {n} está em report.html.", other: "Mais {n} estão em report.html."),
    morePages: Phrase(
      upToOne: "Mais {n} página está em summary.csv.",
      other: "Mais {n} páginas estão em summary.csv."),
    moreSteps: Phrase(
      upToOne: "{n} intervalo anterior está em report.html.",
      other: "{n} intervalos anteriores estão em report.html."),
    morePeople: Phrase(
      upToOne: "Mais {n} pessoa, com menos respostas, está em employees.csv.",
      other: "Mais {n} pessoas, com menos respostas, estão em employees.csv."),
    rows: "linhas lidas\u{A0}{read}, duplicatas\u{A0}{duplicates}, rejeitadas\u{A0}{rejected}.",
    attached: "Anexos: {files}.",
    leftOut: "Grandes demais para anexar: {files}.",
    barTitle: "respondidas\u{A0}{answered}, pendentes\u{A0}{awaiting}, perdidas\u{A0}{missed}",
    rateByDay: "Taxa de resposta por dia",
    rateByWeek: "Taxa de resposta por semana",
    rateByMonth: "Taxa de resposta por mês",
    pageLine: "{name}: {rate} de {openers}, mediana {median}, {waiting} aguardando, selo {badge}",
    stepLine: "{step}: {rate} de {openers} ({outcomes}), mediana {median}",
    personLine: "{name}: {responses} ({share}), mediana {median}, 90% em até {p90}",
    fewPersonLine: "{name}: {responses} ({share}), mediana {median} *, 90% em até {p90}",
    waitingLine: "{time}: {who}, atribuída a {assignee}",
    overdueLine: "{time} (atrasada): {who}, atribuída a {assignee}")

  // MARK: Text report

  let terminal = TerminalWording(
    heading: "{title}, de {from} a {to} ({zone})",
    emptyHeading: "{title}: nenhuma mensagem neste período",
    noMessages: "nenhuma mensagem neste período",
    responseRate: "Taxa de resposta",
    firstResponse: "Primeira resposta",
    withinHour: "Em até 1 hora",
    change: "Evolução",
    badge: "Selo",
    waiting: "Aguardando",
    rows: "Linhas",
    rateLine: Phrase(
      upToOne: """
        {rate} ({answered} de {openers} solicitação; pendentes\u{A0}{awaiting}, perdidas\u{A0}{missed}, \
        desconsideradas por encerramento\u{A0}{done})
        """,
      other: """
        {rate} ({answered} de {openers} solicitações; pendentes\u{A0}{awaiting}, perdidas\u{A0}{missed}, \
        desconsideradas por encerramento\u{A0}{done})
        """),
    timesLine: "mediana {median}, p90 {p90}, mediana com as não respondidas {aware}",
    changeLine: "taxa de resposta {points}: {verdict}",
    changeNone: "nada com que comparar",
    better: "melhor",
    worse: "pior",
    normal: "dentro da variação normal",
    badgeLine: "{page}: {standing}",
    badgeNone: "ainda nenhuma solicitação",
    sample: "{rate} em {time}",
    earned: "obtido ({sample})",
    earnedWithMargin: Phrase(
      upToOne: "obtido ({sample}; mais {n} pode ficar sem resposta)",
      other: "obtido ({sample}; mais {n} podem ficar sem resposta)"),
    notEarned: "não obtido ({sample})",
    notEarnedAtPace: Phrase(
      upToOne: "não obtido ({sample}; {n} solicitação respondida neste ritmo o reconquista)",
      other: "não obtido ({sample}; {n} solicitações respondidas neste ritmo o reconquistam)"),
    notEarnedAtOnce: Phrase(
      upToOne: "não obtido ({sample}; {n} solicitação respondida de imediato o reconquista)",
      other: "não obtido ({sample}; {n} solicitações respondidas de imediato o reconquistam)"),
    waitingLine: Phrase(upToOne: "{n} conversa", other: "{n} conversas"),
    waitingLongest: "{conversations}, a mais antiga há {time}",
    rowsLine: "lidas\u{A0}{read}, duplicatas\u{A0}{duplicates}, rejeitadas\u{A0}{rejected}")

  // MARK: Templates

  func text(_ word: TemplateWord) -> String {
    switch word {
    case .colon: ": "
    case .semicolon: "; "
    case .skip: "Ir para os números"
    case .contents: "Conteúdo"
    case .definitions: "Definições"
    case .dataQuality: "Qualidade dos dados"
    case .noMessages: "Nenhuma mensagem neste período."
    case .filterHint: "Mostrar linhas com …"
    case .filterLabel: "Mostrar linhas com"
    case .chart: "Gráfico"
    case .asTable: "Em tabela"
    case .whatCounts: "O que conta"
    case .whatToDo: "O que fazer"
    case .pages: "Páginas"
    case .targets: "Metas"
    case .trend: "Evolução"
    case .people: "Equipe"
    case .channels: "Canais"
    case .badge: "Selo"
    case .waiting: "Aguardando"
    case .howFast: "Rapidez"
    case .hoursAndGaps: "Horários e lacunas"
    case .besideOthers: "Comparação com outros"
    case .otherCounting: "Outras formas de contar"
    case .allFigures: "Todos os números"
    case .page: "Página"
    case .channel: "Canal"
    case .conversation: "Conversa"
    case .contact: "Contato"
    case .name: "Nome"
    case .openers: "Solici\u{AD}tações"
    case .answered: "Respondidas"
    case .awaiting: "Pendentes"
    case .missed: "Perdidas"
    case .share: "Partici\u{AD}pação"
    case .median: "Mediana"
    case .mean: "Média"
    case .rate: "Taxa"
    case .date: "Data"
    case .sample: "Amostra"
    case .verdict: "Veredito"
    case .longest: "A mais longa"
    case .number: "Quantidade"
    case .responseRate: "Taxa de resposta"
    case .responseTime: "Tempo de resposta"
    case .p90: "90% em até"
    case .leftOutAsClosed: "Descon\u{AD}sideradas por encerra\u{AD}mento"
    case .conversations: "Conversas"
    case .pagesCaption:
      """
      A taxa é sem pendentes onde solicitações ainda podem ser respondidas. Desconsideradas por \
      encerramento: solicitações de conversas encerradas que não entram na taxa; mais de um \
      décimo é marcado com !.
      """
    case .againstBefore: "Em relação a antes"
    case .change: "Evolução"
    case .targetsCaption: "As metas da própria página e até que ponto cada uma foi atingida."
    case .metric: "Indicador"
    case .target: "Meta"
    case .difference: "Diferença"
    case .result: "Resultado"
    case .thisPeriod: "Este período"
    case .trendProvisional:
      """
      O intervalo mais recente é provisório: não terminou, ou algumas de suas solicitações ainda \
      podem ser respondidas. É desenhado vazado e tracejado e mostra a taxa de resposta sem \
      pendentes.
      """
    case .rateCaption:
      """
      Proporção das solicitações respondidas, não importa quando a resposta chegou
      """
    case .firstResponseTime: "Tempo de primeira resposta"
    case .medianKey: "mediana"
    case .p90Key: "90% respondidas em até"
    case .trendTable: "Evolução em tabela"
    case .trendCaption: "Solicitações pelo intervalo em que chegaram."
    case .step: "Intervalo"
    case .speedTitle: "Quantas, e com que rapidez"
    case .answeredKey: "respondidas"
    case .awaitingKey: "pendentes"
    case .missedKey: "perdidas"
    case .distributionTitle: "Solicitações por tempo até a primeira resposta"
    case .distributionCaption:
      """
      Cada solicitação uma vez: respondida no tempo indicado sob a barra, depois, ou nunca
      """
    case .speedTable: "Rapidez, em tabela"
    case .speedCaption:
      """
      As proporções são de todas as solicitações que contam; as solicitações por intervalo estão \
      na tabela da evolução.
      """
    case .hoursTitle: "Horas da semana"
    case .heatTitle: "Solicitações por dia da semana e hora"
    case .heatKey: "de poucas a muitas solicitações"
    case .gapKey: "lacuna de atendimento: nenhuma respondida em uma hora"
    case .gapsTitle: "Lacunas de atendimento"
    case .gapsCaption: "Nenhuma respondida em uma hora; a maior espera primeiro."
    case .hours: "Horário"
    case .hour: "Hora"
    case .waitedInAll: "Espera total"
    case .hoursTable: "Horas da semana em tabela"
    case .hoursCaption: "Horas com solicitações. Lacunas de atendimento são marcadas com !."
    case .peopleCaption:
      """
      Por nome. Uma resposta é a primeira dada a uma solicitação. A faixa mostra os tempos de \
      primeira resposta de 0 a 7\u{A0}dias em uma só escala: do mais rápido a 95%, mais grossa da \
      mediana a 90%.
      """
    case .peopleWaiting: "Aguardando: conversas atribuídas à pessoa que aguardam resposta agora."
    case .responses: "Respostas"
    case .replies: "Todas as respostas"
    case .messages: "Mensagens"
    case .assigned: "Atribuídas"
    case .rating: "Satisfação"
    case .ratings: "Avaliações"
    case .handovers: "Transfe\u{AD}rências"
    case .firstResponseTimes: "Tempos de primeira resposta"
    case .medianReply: "Mediana de todas"
    case .activeDays: "Dias ativos"
    case .assignedAnswered: "destas, respondidas"
    case .outsideWindow: "Fora da janela"
    case .channelsCaption: "A taxa é sem pendentes onde solicitações ainda podem ser respondidas."
    case .withinHour: "Em até 1\u{A0}h"
    case .newContacts: "Novos contatos"
    case .inbound: "Recebidas"
    case .humanMessages: "Mensagens humanas"
    case .blockersCaption:
      """
      Solicitações da amostra que mais ajudariam se cada uma tivesse sido respondida de imediato: \
      primeiro as não respondidas, depois as mais lentas que contam.
      """
    case .whatHappened: "O que aconteceu"
    case .arrived: "Chegada"
    case .dayByDay: "Dia a dia"
    case .sampleRateKey: "taxa de resposta da amostra"
    case .leastRateKey: "taxa mínima"
    case .heldKey: "obtido"
    case .notHeldKey: "não obtido"
    case .policiesTitle: "Por cada regra"
    case .policiesCaption:
      """
      A mesma página no mesmo instante. Cada regra toma sua própria amostra: janela, canais e \
      o que é desconsiderado diferem.
      """
    case .policy: "Regra"
    case .chosenPolicy: "a deste relatório"
    case .atLeast: "no mínimo"
    case .atMost: "no máximo"
    case .historyAndRules: "Histórico e regras"
    case .badgeDetails: "Histórico e regras do selo"
    case .badgeHistory: "Histórico do selo"
    case .badgeHistoryCaption: "Ao fim de cada dia do período, e neste momento."
    case .publishedTitle: "Números publicados"
    case .publishedCaption:
      """
      Números publicados, cada um de uma só fonte e nunca misturados. Um traço: os dois não são \
      comparáveis.
      """
    case .figure: "Indicador"
    case .published: "Publicado"
    case .caveats: "Ressalvas"
    case .answer: "Resposta"
    case .source: "Fonte"
    case .place: "Posição"
    case .thisPage: "Esta página"
    case .ofWhom: "De quem, e o que é preciso saber"
    case .expectationsTitle: "O que as pessoas esperam"
    case .expectationsCaption:
      """
      O que os consumidores dizem esperar: desejos declarados em pesquisas, não medições.
      """
    case .ownOpeners: "Solicitações desta página"
    case .expected: "Consumidores que o esperam"
    case .peersTitle: "Páginas do mesmo setor"
    case .peersCaption: "Entre as páginas do mesmo setor nestes dados; 1 é a melhor posição."
    case .rulesCaption:
      """
      As mesmas mensagens pelas regras de outros programas: por que números de dois lugares \
      diferem. A regra do próprio relatório vem primeiro.
      """
    case .rules: "Regras"
    case .counted: "Contadas"
    case .waitingTitle: "Aguardando resposta"
    case .nobodyWaiting: "Ninguém está aguardando."
    case .waitingCaption:
      """
      Conversas cuja mensagem mais recente é do contato, a espera mais longa primeiro, qualquer \
      que seja o período. As atrasadas têm um !.
      """
    case .assignedTo: "Atribuída a"
    case .since: "Desde"
    case .inOfficeHours: "Em horário de atendimento"
    case .everyFigure: "Cada número do período"
    case .times: "Tempos"
    case .timesCaption:
      """
      Tempos. Um traço: não definido, como sem horário de atendimento ou sem conversas encerradas.
      """
    case .timeOf: "Tempo de"
    case .fastest90Mean: "Média dos 90% mais rápidos"
    case .percentile75: "75%"
    case .percentile90: "90%"
    case .percentile95: "95%"
    case .percentile99: "99%"
    case .fastest: "O mais rápido"
    case .slowest: "O mais lento"
    case .leftOut: "Descon\u{AD}sideradas"
    case .when: "Quando"
    case .openersByOutcome: "Solicitações por resultado"
    case .newestStep: "O intervalo mais recente não terminou: sua taxa é a sem pendentes."
    case .data: "Dados:"
    case .allInReport:
      """
      Todos os números, com gráficos e definições, estão em report.html, elaborado junto com esta \
      mensagem.
      """
    case .plainToDo: "O QUE FAZER"
    case .plainPages:
      """
      PÁGINAS (taxa de resposta, solicitações, mediana da primeira resposta, aguardando, selo)
      """
    case .plainPeople: "EQUIPE (respostas, participação, mediana e 90% das primeiras respostas)"
    case .plainWaiting: "AGUARDANDO RESPOSTA"
    }
  }

  // MARK: Definitions

  func definition(of term: DefinedTerm) -> (name: String, text: String) {
    switch term {
    case .opener:
      (
        "Solicitação",
        """
        Uma mensagem recebida que pede resposta: a primeira de uma conversa, ou uma que vem \
        depois de um silêncio.
        """
      )
    case .firstResponse:
      (
        "Primeira resposta",
        """
        A primeira mensagem humana depois de uma solicitação, antes da seguinte. Mensagens \
        automáticas e notas internas não o são.
        """
      )
    case .outcomes:
      (
        "Respondida, pendente, perdida",
        """
        Uma solicitação com primeira resposta está respondida, não importa quando ela chegou. \
        Sem resposta, está pendente enquanto tem menos de 24\u{A0}horas; depois, perdida.
        """
      )
    case .leftOut:
      (
        "Desconsideradas",
        """
        Solicitações de conversas de spam, de conversas encerradas sem resposta e as que \
        chegaram enquanto a página estava ausente não contam nem nas taxas nem nos tempos.
        """
      )
    case .responseRate:
      (
        "Taxa de resposta",
        """
        Solicitações respondidas sobre todas as que contam. A taxa sem pendentes não inclui as que \
        estão pendentes. Onde não há nenhuma, um traço, e não 0.
        """
      )
    case .medianAnd90:
      (
        "Mediana, 90% em até",
        """
        Metade, e nove décimos, das solicitações respondidas o foram nesse tempo ou antes. \
        “Considerando também as não respondidas” é o mesmo número com as solicitações que \
        ninguém respondeu levadas em conta, de modo que deixar as difíceis sem resposta não o \
        embeleze.
        """
      )
    case .normalVariation:
      (
        "Variação normal",
        """
        Duas taxas só são ditas diferentes quando o intervalo de 95% de sua diferença não \
        contém 0 (Newcombe). Duas medianas, só quando seus intervalos de 95% nada têm em comum: \
        cada um vai de um dos próprios tempos a outro, encontrados por simples contagem \
        (estatísticas de ordem), e exige seis tempos. Os demais tempos são comparados sem teste.
        """
      )
    case .officeHours:
      (
        "Horário de atendimento",
        """
        A parte de um tempo que cai dentro do horário da página. Páginas sem horário não têm \
        esse número.
        """
      )
    case .coverageGap:
      (
        "Lacuna de atendimento",
        """
        Uma hora da semana em que nenhuma solicitação foi respondida em uma hora; horas assim \
        em sequência formam uma só lacuna. “Espera total” é a soma das esperas de suas \
        solicitações até a primeira resposta, não importa quando chegou; das não respondidas, \
        até a solicitação seguinte do contato, senão até agora.
        """
      )
    case .waiting:
      (
        "Aguardando",
        """
        Uma conversa, nem spam nem encerrada, cuja mensagem mais recente de qualquer dos lados \
        é do contato.
        """
      )
    case .everyReply:
      (
        "Cada resposta",
        """
        Da primeira de uma série de mensagens do contato à resposta humana que a encerra, \
        inclusive no meio de uma troca.
        """
      )
    case .outsideWindow:
      (
        "Fora da janela de mensagens",
        """
        Mensagens humanas enviadas mais de 24\u{A0}horas depois da última do contato, sem uma \
        etiqueta que o permita.
        """
      )
    }
  }
}
