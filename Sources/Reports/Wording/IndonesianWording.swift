import ResponseMetrics

/// The report in Indonesian, whose nouns have no plural form.
struct IndonesianWording: Wording {
  let language = ReportLanguage.indonesian
  let standardTitle = "Kecepatan respons"
  let standardSubject = "{{title}}: {{period}}"

  // MARK: Numbers and dates

  let numbers = NumberWording(
    decimalMark: ",", groupMark: ".", percentSpace: "", second: "dtk", minute: "mnt", hour: "jam",
    day: "hari")

  let dates = DateWording(
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
    ],
    longMonths: [
      "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
      "Oktober", "November", "Desember",
    ],
    shortWeekdays: ["Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"],
    timeMark: ".",
    dayOfMonth: "{day}",
    firstOfMonth: "1",
    dayAndMonth: "{day}\u{A0}{month}",
    date: "{date}\u{A0}{year}",
    shortMonthAndYear: "{month}\u{A0}{year}",
    longMonthAndYear: "{month} {year}",
    quarter: "Kuartal {n} {year}",
    weekdayAndDate: "{weekday} {date}",
    axisDay: "{day}\u{A0}{month}",
    weekFrom: "Minggu mulai {date}",
    noPeriod: "Tanpa periode",
    asOf: "per {instant}",
    comparedWith: "dibandingkan dengan {period}")

  // MARK: The first words of a part

  let scopes = ScopeWording(
    allPages: "Semua halaman",
    noMessages: "Tidak ada pesan dalam periode ini",
    lead: "{rate} dari {openers} permintaan dijawab, dengan median {median}.",
    leadUnanswered: "Tidak satu pun dari {openers} permintaan dijawab.",
    leadNoOpeners: "Ada pesan dalam periode ini, tetapi tidak ada yang meminta jawaban.",
    indexBetter: "lebih baik",
    indexWorse: "lebih buruk",
    indexNormal: "variasi normal",
    provisionalOpen: """
      Periode berakhir setelah waktu laporan: angka dan perbandingannya masih sementara.
      """,
    provisionalAwaiting: """
      {n} permintaan masih mungkin dijawab. Angka utama adalah tingkat respons tanpa yang \
      menunggu, yang tidak menghitungnya.
      """,
    colophon: """
      Dibuat oleh replymeter {version} dari pesan yang diekspor. Laporan ini tidak menampilkan \
      isi pesan dan tidak memuat apa pun dari jaringan. Angka persisnya ada di berkas CSV dan \
      JSON di sampingnya.
      """)

  // MARK: Headline

  let headline = HeadlineWording(
    responseRate: "Tingkat respons",
    settledResponseRate: "Tingkat respons tanpa yang menunggu",
    median: "Median jawaban pertama",
    p90: "90% dijawab dalam",
    badge: "Lencana",
    waitingNow: "Menunggu sekarang",
    ofOpeners: "dari {n} permintaan",
    ofAnswered: "dari {n} permintaan yang dijawab",
    interval: "interval 95% {low} – {high}",
    plainRate: "{rate} bila {n} yang menunggu dihitung tidak dijawab",
    leftOutAsClosed: "{n} dikecualikan karena ditutup ({share})",
    closedWarning: """
      {n} permintaan dikecualikan karena ditutup, lebih dari sepersepuluh dari yang dihitung: \
      menutup yang tidak pernah dijawab menaikkan tingkat respons.
      """,
    waitingAware: "{time} dengan memperhitungkan yang belum dijawab",
    officeTime: "{time} dalam jam kerja",
    before: "sebelumnya {value} ({period})",
    changePoints: "{points} poin persentase",
    verdictBetter: "Lebih baik, di luar variasi normal",
    verdictWorse: "Lebih buruk, di luar variasi normal",
    verdictNormal: "Dalam variasi normal",
    faster: "{time} lebih cepat",
    slower: "{time} lebih lambat",
    asFast: "Sama cepatnya seperti sebelumnya",
    timeBeyondVariation: "{change}, di luar variasi normal",
    timeWithinVariation: "{change}, dalam variasi normal",
    timeTooFew: "{change}, terlalu sedikit untuk dinilai",
    timeNotJudged: "{change}, tidak diuji",
    provisionalVerdict: "{verdict} – sementara",
    notCompared: "Tidak dibandingkan dengan periode lain",
    nothingBefore: "Tidak ada pembanding",
    noVerdict: "Terlalu sedikit untuk dinilai",
    badgePages: "{earned} dari {n}",
    badgePagesDetail: "halaman memilikinya",
    badgeBefore: "{n} pada awal periode",
    badgeSample: "{answered} dari {sample} dijawab, {time}",
    waitingLongest: "Terlama {time}",
    waitingOverdue: "{n} lebih dari {limit}",
    waitingNobody: "Tidak ada yang menunggu",
    waitingNotCompared: "Saat ini, apa pun periodenya")

  let receipts = ReceiptWording(
    openers: "Dihitung: permintaan",
    responses: "Dihitung: jawaban pertama",
    answered: "di antaranya dijawab",
    sample: "Dihitung: permintaan dalam sampel",
    conversations: "Dihitung: percakapan yang menunggu",
    overdue: "di antaranya lebih dari {limit}",
    neverWaiting: "Dikecualikan",
    neverWaitingReasons: "spam, ditutup",
    leftOut: "Dikecualikan: {reason}",
    leftOutCount: "{n}\u{A0}{reason}",
    leftOutNothing: "tidak ada")

  func reason(_ reason: LeftOutReason) -> String {
    switch reason {
    case .awaiting: "menunggu (di bawah 24\u{A0}jam)"
    case .missed: "terlewat"
    case .spam: "spam"
    case .done: "ditutup tanpa jawaban"
    case .away: "halaman tidak aktif"
    case .noSchedule: "halaman tanpa jam kerja"
    }
  }

  // MARK: What to do

  let advice = AdviceWording(
    answerOverdue: """
      Jawab {n} percakapan yang menunggu lebih dari {limit}; yang terlama sudah menunggu \
      {longest}.
      """,
    answerWaiting: "Jawab {n} percakapan yang menunggu, yang terlama sudah {longest}.",
    winBack: "Raih kembali lencana: {way}",
    winBackPages: """
      Raih lencana: {pages} belum memilikinya; bagian masing-masing menjelaskan syaratnya.
      """,
    keepBadge: """
      Pertahankan lencana: hanya {n} permintaan tak terjawab lagi yang masih bisa ditanggung.
      """,
    keepBadgeNone: "Pertahankan lencana: satu permintaan tak terjawab lagi akan menghilangkannya.",
    coverGap: """
      Perhatikan {when}: {n} permintaan, tidak ada yang dijawab dalam satu jam, menunggu total \
      {waiting}.
      """,
    reviewClosed: """
      Tinjau yang ditutup: {n} permintaan tidak masuk tingkat respons, sehingga angkanya naik.
      """,
    reachTarget: "Target tidak tercapai: {name} {own}, {distance} dari {target}.",
    nothing: "Tidak ada yang terlambat dan tidak ada target yang terlewat.")

  // MARK: Charts

  let charts = ChartWording(
    axisShareAnswered: "Permintaan dijawab, %",
    axisTime: "Waktu sampai jawaban pertama",
    axisOpeners: "Permintaan",
    axisBadgeRate: "Tingkat respons sampel, %",
    rate: "Diagram garis: tingkat respons dari waktu ke waktu",
    times: "Diagram garis: median dan persentil ke-90 waktu jawaban pertama dari waktu ke waktu",
    outcomes: """
      Diagram batang bertumpuk: permintaan dijawab, menunggu, dan terlewat dari waktu ke waktu
      """,
    distribution: "Diagram batang: permintaan menurut waktu sampai jawaban pertama",
    heatMap: "Peta panas: permintaan menurut hari dan jam, celah layanan diberi tanda silang",
    badge: "Diagram garis: tingkat respons sampel lencana per hari, dan apakah lencana dimiliki",
    trendByDay: "Tren per hari",
    trendByWeek: "Tren per minggu",
    trendByMonth: "Tren per bulan",
    trendTitle: "{step}: {rate} dari {openers} permintaan; median {median}, 90% dalam {p90}",
    provisional: "sementara",
    provisionalStep: "{step}, sementara",
    barLater: "sesudah",
    barAwaiting: "tunggu",
    barMissed: "terlewat",
    barTitle: "{label}: {n} permintaan, {share}",
    heatTitle: """
      {when}: {openers} permintaan, {answered} dijawab, {missed} terlewat, median {median}
      """,
    moreGaps: "{n} lagi diberi tanda silang di peta.",
    stripTitle: "{n} jawaban: tercepat {least}, median {median}, 90% dalam {p90}, 95% dalam {p95}",
    badgeTitle: "{date}: {verdict}; {rate} dari {sample}, {time}",
    withinTime: "dalam {time}")

  // MARK: People, waiting

  let people = PeopleWording(
    unattributed: "Petugas tidak diketahui",
    workloadResponses: """
      {name} memberi {n} dari {all} jawaban pertama, setidaknya dua kali lipat siapa pun yang \
      lain (berikutnya: {next}). Apakah itu terlalu banyak untuk satu orang?
      """,
    workloadReplyTime: """
      {name} perlu {time} untuk menjawab (median), setidaknya dua kali lebih lama dari siapa pun \
      lainnya yang memiliki paling sedikit sepuluh jawaban (berikutnya: {next}). Apakah pekerjaannya terlalu banyak, \
      atau pertanyaannya lebih sulit?
      """,
    waitingUnassigned: "{n} percakapan yang menunggu belum ditugaskan kepada siapa pun.",
    fewResponses: "di bawah {n} jawaban: terlalu sedikit untuk dibandingkan",
    unknownContact: "tidak dikenal",
    unassigned: "belum ada",
    moreWaiting: "{n} lagi ada di waiting.csv.",
    morePeople: "Yang paling banyak menjawab ditampilkan; {n} lagi ada di employees.csv.")

  // MARK: Badge

  let badge = BadgeWording(
    held: "Dimiliki",
    notHeld: "Tidak dimiliki",
    heldThroughout: "Dimiliki pada setiap hari periode ini",
    missingThroughout: "Tidak dimiliki pada hari mana pun dalam periode ini",
    wonOn: "Dimiliki sejak {date}",
    lostOn: "Tidak dimiliki sejak {date}",
    summary: """
      {needs} {story}: {answered} dari {sample} permintaan dalam sampel dijawab ({rate}), {time}.
      """,
    needs: "Perlu {rate} dijawab dan waktu ({statistic}) paling lama {limit}.",
    marginOpeners: """
      {n} permintaan lagi boleh tidak dijawab sebelum tingkat respons turun di bawah {rate}.
      """,
    marginNone: "Satu permintaan tak terjawab lagi menurunkan tingkat respons di bawah {rate}.",
    marginTime: "Waktu respons {time} di bawah batasnya.",
    wayBackBoth: """
      jawab {pace} permintaan berturut-turut dengan kecepatan biasa{time}, atau {once} seketika.
      """,
    wayBackAtPace: "jawab {n} permintaan berturut-turut dengan kecepatan biasa{time}.",
    wayBackAtOnce: """
      jawab {n} permintaan berturut-turut seketika; dengan kecepatan biasa{time} lencana tidak \
      kembali.
      """,
    wayBackOnlyAtOnce: "jawab {n} permintaan berturut-turut seketika.",
    wayBackNone: "tidak ditemukan cara meraihnya kembali dalam 10.000 permintaan.",
    wayBackPace: " ({time})",
    lacksRate: "Yang kurang adalah tingkat respons: {rate}, padahal perlu {least}.",
    lacksTime: "Yang kurang adalah waktu: {time}, padahal paling lama {limit}.",
    lacksBoth: """
      Yang kurang adalah tingkat respons, {rate} padahal perlu {least}, dan waktu, {time} padahal \
      paling lama {limit}.
      """,
    lacksOpeners: "Belum ada permintaan yang dihitung.",
    blockersMissing: "Yang paling menghambat lencana",
    blockersHeld: "Yang paling membebani lencana",
    blockerUnanswered: "belum dijawab selama {time}",
    blockerTooLate: "dijawab setelah {time}, melewati batas waktu",
    blockerAnswered: "dijawab setelah {time}")

  let extent = ExtentWording(
    pagesInBrief: """
      Masing-masing dari {n} halaman punya bagian ringkas di bawah. replymeter report --page ID \
      membuat laporan lengkap satu halaman; semua angka dari semua halaman ada di berkas CSV.
      """,
    pagesWithoutPart: """
      {n} halaman dengan permintaan paling sedikit punya baris di sini, tanpa bagian di bawah.
      """,
    pagesNotListed: "{n} halaman lagi, dengan permintaan lebih sedikit, ada di summary.csv.",
    moreChannels: "Kanal dengan permintaan terbanyak ditampilkan; {n} lagi ada di channels.csv.",
    earlierSteps: "Yang terbaru ditampilkan; {n} yang lebih lama ada di trend.csv.",
    earlierDays: "Hari-hari terbaru ditampilkan; {n} yang lebih lama ada di badge.csv.")

  let policy = PolicyWording(
    limitOf: "{limit}, {statistic}",
    window: "Permintaan dari",
    fewest: "minimal; jika kurang, yang terbaru",
    leastRate: "Tingkat respons minimum",
    time: "Waktu respons",
    limit: "Batas waktu respons",
    deadline: "Jawaban dihitung sampai",
    noDeadline: "kapan pun",
    silence: "Permintaan baru setelah jeda",
    exclusions: "Dikecualikan",
    channels: "Kanal",
    allChannels: "semua")

  func exclusion(_ exclusion: BadgePolicy.Exclusion) -> String {
    switch exclusion {
    case .spam: "spam"
    case .done: "ditutup tanpa jawaban"
    case .away: "halaman tidak aktif"
    case .pageStarted: "balasan atas pesan yang lebih dulu dikirim halaman"
    }
  }

  func statistic(_ statistic: BadgePolicy.ResponseTime) -> String {
    switch statistic {
    case .fastest90Mean: "rata-rata 90% tercepat"
    case .mean: "rata-rata"
    case .median: "median"
    }
  }

  // MARK: Targets and benchmarks

  let others = ComparisonWording(
    targetAtLeast: "minimal {value}",
    targetAtMost: "maksimal {value}",
    targetMet: "tercapai",
    targetMissed: "tidak tercapai",
    targetUndefined: "tidak terdefinisi",
    peerPlace: "{rank} dari {n}",
    peerTooFew: "di bawah {n} halaman")

  func name(of metric: TargetMetric) -> String {
    switch metric {
    case .responseRate: "Tingkat respons"
    case .settledResponseRate: "Tingkat respons tanpa yang menunggu"
    case .within1Minute: "Dijawab dalam 1\u{A0}mnt"
    case .within5Minutes: "Dijawab dalam 5\u{A0}mnt"
    case .within15Minutes: "Dijawab dalam 15\u{A0}mnt"
    case .within1Hour: "Dijawab dalam 1\u{A0}jam"
    case .within4Hours: "Dijawab dalam 4\u{A0}jam"
    case .within8Hours: "Dijawab dalam 8\u{A0}jam"
    case .within24Hours: "Dijawab dalam 24\u{A0}jam"
    case .firstResponseMean: "Rata-rata jawaban pertama"
    case .firstResponseFastest90Mean: "Rata-rata 90% jawaban pertama tercepat"
    case .firstResponseMedian: "Median jawaban pertama"
    case .firstResponseP75: "75% dijawab dalam"
    case .firstResponseP90: "90% dijawab dalam"
    case .firstResponseP95: "95% dijawab dalam"
    case .firstResponseP99: "99% dijawab dalam"
    case .firstResponseMax: "Jawaban pertama paling lambat"
    case .firstResponseOfficeMean: "Rata-rata jawaban pertama, jam kerja"
    case .firstResponseOfficeMedian: "Median jawaban pertama, jam kerja"
    case .firstResponseOfficeP90: "90% dijawab dalam, jam kerja"
    case .replyMean: "Rata-rata jawaban"
    case .replyMedian: "Median jawaban"
    case .replyP90: "90% jawaban dalam"
    case .replyOfficeMean: "Rata-rata jawaban, jam kerja"
    case .replyOfficeMedian: "Median jawaban, jam kerja"
    case .replyOfficeP90: "90% jawaban dalam, jam kerja"
    case .resolutionMean: "Rata-rata penyelesaian"
    case .resolutionMedian: "Median penyelesaian"
    case .resolutionP90: "90% selesai dalam"
    case .waitingAwareMedian: "Median termasuk yang belum dijawab"
    case .waitingAwareP90: "90% termasuk yang belum dijawab"
    case .waitingLongest: "Waktu tunggu terlama sekarang"
    }
  }

  func name(of metric: PeerMetric) -> String {
    switch metric {
    case .responseRate: "Tingkat respons"
    case .settledResponseRate: "Tingkat respons tanpa yang menunggu"
    case .firstResponseMedian: "Median jawaban pertama"
    case .firstResponseP90: "90% dijawab dalam"
    }
  }

  func name(of metric: ComparedMetric) -> String {
    switch metric {
    case .responseRate: "Tingkat respons"
    case .meanFirstResponse: "Rata-rata jawaban pertama"
    case .medianFirstResponse: "Median jawaban pertama"
    }
  }

  func verdict(_ verdict: BenchmarkComparison.Verdict) -> String {
    switch verdict {
    case .better: "lebih baik"
    case .level: "setara"
    case .worse: "lebih buruk"
    }
  }

  func caveat(_ caveat: BenchmarkCaveat) -> String {
    switch caveat {
    case .olderThanFiveYears(let year): "lebih dari lima tahun (\(year))"
    case .undated: "tahunnya tidak diketahui"
    case .publicBesidePrivate:
      """
      tentang pesan publik, sedangkan pesan halaman ini bersifat pribadi: ketika keduanya \
      dihitung, pesan pribadi lebih sering dijawab (96% dibanding 86%), sehingga hasil di atas \
      pembanding memang wajar
      """
    case .otherChannel(let channel, let page): "tentang \(channel), bukan \(page)"
    case .widerIndustry(let industry): "tentang industri yang lebih luas, \(industry)"
    case .joinedIndustries(let industry): "tentang gabungan industri \(industry)"
    case .allIndustries: "tentang semua industri"
    case .otherStatistic(let own, let statistic):
      """
      tanpa kesimpulan: angka kami adalah \(kind(of: own)), yang ini diterbitkan sebagai \
      “\(statistic.text)”
      """
    case .calendarTime: "keduanya waktu kalender, bukan jam kerja"
    case .fewOpeners(let count):
      "tanpa kesimpulan: \(count) permintaan, kurang dari \(BenchmarkComparison.fewestOpeners)"
    case .hedged(let hedge): "diterbitkan dengan catatan “\(hedge.rawValue)”"
    case .quoted(let title): "sebagaimana dikutip oleh “\(title)”"
    case .statedWish:
      """
      keinginan yang dinyatakan dalam survei, bukan pengukuran; respondennya berbeda-beda, dan \
      kebanyakan survei dilakukan di Amerika Serikat
      """
    case .publishersInterest:
      """
      Sebagian besar angka ini diterbitkan oleh penyedia layanan, tentang pelanggan mereka \
      sendiri atau untuk menjual kecepatan
      """
    }
  }

  private func kind(of metric: ComparedMetric) -> String {
    switch metric {
    case .responseRate: "proporsi"
    case .meanFirstResponse: "rata-rata"
    case .medianFirstResponse: "median"
    }
  }

  func note(on rules: RuleSet) -> String {
    switch rules {
    case .replymeter:
      """
      Aturan laporan ini sendiri: setiap permintaan dalam periode dihitung, dijawab atau tidak, \
      dari pesan pertama kontak sampai jawaban manusia yang pertama.
      """
    case .facebook:
      """
      Sampel lencana pada waktu laporan, dengan jendela, pengecualian, dan kanalnya sendiri, \
      sehingga permintaan sebelum periode juga dihitung.
      """
    case .firstReplyEver:
      """
      Satu percakapan dihitung sekali, dari pesan pertamanya sampai jawaban manusia yang \
      pertama, sehingga pertanyaan berikutnya dalam percakapan yang sama tidak terlihat.
      """
    case .replyDated:
      """
      Hanya permintaan yang dijawab yang dihitung, dalam periode jawabannya, sehingga yang \
      tidak pernah dijawab tidak terlihat dan tidak ada tingkat respons.
      """
    case .lastMessage:
      """
      Waktu dihitung dari pesan terakhir kontak sebelum setiap jawaban, sehingga kontak yang \
      bertanya lagi selagi menunggu memperpendek waktu; tidak ada tingkat respons.
      """
    }
  }

  // MARK: All figures

  let figures = FigureWording(
    timesFirstResponse: "Jawaban pertama",
    timesFirstResponseOffice: "Jawaban pertama, jam kerja",
    timesReply: "Setiap jawaban",
    timesReplyOffice: "Setiap jawaban, jam kerja",
    timesResolution: "Penyelesaian",
    openers: "Permintaan",
    answered: "Dijawab",
    awaiting: "Menunggu",
    missed: "Terlewat",
    excludedSpam: "Dikecualikan karena spam",
    excludedDone: "Dikecualikan karena ditutup",
    excludedAway: "Dikecualikan karena halaman tidak aktif",
    responseRate: "Tingkat respons",
    responseRateInterval: "Interval 95% tingkat respons",
    settledResponseRate: "Tingkat respons tanpa yang menunggu",
    within: "Dijawab dalam {time}",
    waitingAwareMedian: "Median termasuk yang belum dijawab",
    waitingAwareP90: "90% termasuk yang belum dijawab",
    reopenings: "Dibuka kembali",
    conversations: "Percakapan",
    newContacts: "Kontak baru",
    inbound: "Pesan masuk",
    outboundHuman: "Jawaban dan pesan manusia",
    outboundAutomated: "Pesan otomatis",
    notes: "Catatan internal",
    automatedFirst: "Pertama kali dijawab otomatis",
    handledByAutomation: "Ditangani sepenuhnya otomatis",
    outsideWindow: "Dikirim di luar jendela perpesanan",
    allowedOutsideWindow: "Dikirim di luarnya, diizinkan oleh tag")

  // MARK: Data quality and settings

  let quality = QualityWording(
    ambiguous: """
      {n} waktu terjadi dua kali (perubahan jam); yang lebih awal dipakai, sehingga jawaban bisa \
      berada sebelum pertanyaannya.
      """,
    rejected: "{n} baris ditolak; alasannya ada di rejected.csv.",
    anonymous: """
      Hanya {share} pesan manusia yang menyebut petugas, sehingga angka per orang tidak lengkap.
      """,
    tickets: """
      {n} berkas berisi satu baris per tiket: darinya hanya jawaban pertama dan penyelesaian yang \
      diketahui; jawaban berikutnya, waktunya, dan siapa yang menjawab tidak diketahui.
      """,
    good: "Semua baris dapat dipakai.",
    passingPseudonyms: """
      Nama adalah samaran yang berganti setiap kali dijalankan, karena tidak ada berkas kunci.
      """,
    stale: """
      Data mungkin kurang: pesan terbaru berumur {age} (diharapkan paling lama {limit}).
      """)

  func name(of figure: QualityFigure) -> String {
    switch figure {
    case .rowsRead: "Baris dibaca"
    case .messages: "Pesan"
    case .notes: "Catatan internal"
    case .events: "Peristiwa"
    case .duplicatesWithID: "Duplikat menurut ID pesan"
    case .duplicatesWholeRow: "Duplikat seluruh baris"
    case .rowsAfterAsOf: "Baris setelah waktu laporan, dikesampingkan"
    case .rejectedNoConversationID: "Ditolak: tanpa ID percakapan"
    case .rejectedBadTimestamp: "Ditolak: waktu tidak terbaca"
    case .rejectedBadDirection: "Ditolak: arah tidak dikenal"
    case .unknownKind: "Jenis tidak dikenal"
    case .unknownStatus: "Status tidak dikenal"
    case .unknownRating: "Penilaian tidak dikenal"
    case .timesInGap: "Waktu yang terlewati (perubahan jam)"
    case .timesAmbiguous: "Waktu yang terjadi dua kali"
    case .oldest: "Baris tertua"
    case .newest: "Baris terbaru"
    case .messagesWithEmployeeShare: "Pesan manusia dengan petugas"
    }
  }

  let settings = SettingWording(
    zone: "Zona waktu tanggal dan jam",
    silence: "Permintaan baru dimulai setelah jeda",
    done: "Permintaan dari percakapan yang ditutup",
    away: "Permintaan selama halaman tidak aktif",
    leftOut: "dikecualikan",
    counted: "dihitung",
    policy: "Aturan lencana")

  func done(_ rule: ExclusionRules.Done) -> String {
    switch rule {
    case .unanswered: "dikecualikan bila tidak dijawab"
    case .all: "dikecualikan"
    case .none: "dihitung"
    }
  }

  // MARK: Mail

  let mail = MailWording(
    moreAdvice: "{n} lagi ada di report.html.",
    morePages: "{n} halaman lagi ada di summary.csv.",
    moreSteps: "{n} rentang sebelumnya ada di report.html.",
    morePeople: "{n} orang lagi, dengan jawaban lebih sedikit, ada di employees.csv.",
    rows: "{read} baris dibaca, {duplicates} duplikat, {rejected} ditolak.",
    attached: "Terlampir: {files}.",
    leftOut: "Terlalu besar untuk dilampirkan: {files}.",
    barTitle: "{answered} dijawab, {awaiting} menunggu, {missed} terlewat",
    rateByDay: "Tingkat respons per hari",
    rateByWeek: "Tingkat respons per minggu",
    rateByMonth: "Tingkat respons per bulan",
    pageLine: "{name}: {rate} dari {openers}, median {median}, {waiting} menunggu, lencana {badge}",
    stepLine: "{step}: {rate} dari {openers} ({outcomes}), median {median}",
    personLine: "{name}: {responses} ({share}), median {median}, 90% dalam {p90}",
    fewPersonLine: "{name}: {responses} ({share}), median {median} *, 90% dalam {p90}",
    waitingLine: "{time}: {who}, petugas: {assignee}",
    overdueLine: "{time} (terlambat): {who}, petugas: {assignee}")

  // MARK: Text report

  let terminal = TerminalWording(
    heading: "{title}, {from} sampai {to} ({zone})",
    emptyHeading: "{title}: tidak ada pesan dalam periode ini",
    noMessages: "tidak ada pesan dalam periode ini",
    responseRate: "Tingkat respons",
    firstResponse: "Jawaban pertama",
    withinHour: "Dalam 1\u{A0}jam",
    change: "Perubahan",
    badge: "Lencana",
    waiting: "Menunggu",
    rows: "Baris",
    rateLine: """
      {rate} ({answered} dari {openers} permintaan; {awaiting} menunggu, {missed} terlewat, \
      {done} dikecualikan karena ditutup)
      """,
    timesLine: "median {median}, p90 {p90}, median termasuk yang belum dijawab {aware}",
    changeLine: "tingkat respons {points}: {verdict}",
    changeNone: "tidak ada pembanding",
    better: "lebih baik",
    worse: "lebih buruk",
    normal: "dalam variasi normal",
    badgeLine: "{page}: {standing}",
    badgeNone: "belum ada permintaan",
    sample: "{rate} dalam {time}",
    earned: "dimiliki ({sample})",
    earnedWithMargin: "dimiliki ({sample}; {n} lagi boleh tidak dijawab)",
    notEarned: "tidak dimiliki ({sample})",
    notEarnedAtPace: """
      tidak dimiliki ({sample}; kembali dengan {n} permintaan dijawab pada kecepatan ini)
      """,
    notEarnedAtOnce: "tidak dimiliki ({sample}; kembali dengan {n} permintaan dijawab seketika)",
    waitingLine: "{n} percakapan",
    waitingLongest: "{conversations}, terlama {time}",
    rowsLine: "{read} dibaca, {duplicates} duplikat, {rejected} ditolak")

  // MARK: Templates

  func text(_ word: TemplateWord) -> String {
    switch word {
    case .colon: ": "
    case .semicolon: "; "
    case .skip: "Langsung ke angka"
    case .contents: "Daftar isi"
    case .definitions: "Definisi"
    case .dataQuality: "Mutu data"
    case .noMessages: "Tidak ada pesan dalam periode ini."
    case .filterHint: "Tampilkan baris dengan …"
    case .filterLabel: "Tampilkan baris dengan"
    case .chart: "Diagram"
    case .asTable: "Sebagai tabel"
    case .whatCounts: "Yang dihitung"
    case .whatToDo: "Yang perlu dilakukan"
    case .pages: "Halaman"
    case .targets: "Target"
    case .trend: "Tren"
    case .people: "Petugas"
    case .channels: "Kanal"
    case .badge: "Lencana"
    case .waiting: "Menunggu"
    case .howFast: "Seberapa cepat"
    case .hoursAndGaps: "Jam dan celah"
    case .besideOthers: "Dibanding yang lain"
    case .otherCounting: "Cara menghitung lain"
    case .allFigures: "Semua angka"
    case .page: "Halaman"
    case .channel: "Kanal"
    case .conversation: "Percakapan"
    case .contact: "Kontak"
    case .name: "Nama"
    case .openers: "Permintaan"
    case .answered: "Dijawab"
    case .awaiting: "Menunggu"
    case .missed: "Terlewat"
    case .share: "Porsi"
    case .median: "Median"
    case .mean: "Rata-rata"
    case .rate: "Tingkat"
    case .date: "Tanggal"
    case .sample: "Sampel"
    case .verdict: "Kesimpulan"
    case .longest: "Terlama"
    case .number: "Jumlah"
    case .responseRate: "Tingkat respons"
    case .responseTime: "Waktu respons"
    case .p90: "90% dalam"
    case .leftOutAsClosed: "Dikecualikan karena ditutup"
    case .conversations: "Percakapan"
    case .pagesCaption:
      """
      Tingkat respons tidak menghitung yang menunggu bila permintaan masih mungkin dijawab. \
      Dikecualikan karena ditutup: permintaan dari percakapan yang ditutup dan tidak masuk \
      hitungan; lebih dari sepersepuluh ditandai dengan !.
      """
    case .againstBefore: "Dibanding sebelumnya"
    case .change: "Perubahan"
    case .targetsCaption: "Target halaman ini sendiri, dan sejauh mana masing-masing tercapai."
    case .metric: "Ukuran"
    case .target: "Target"
    case .difference: "Selisih"
    case .result: "Hasil"
    case .thisPeriod: "Periode ini"
    case .trendProvisional:
      """
      Rentang terbaru masih sementara: belum selesai, atau sebagian permintaannya masih mungkin \
      dijawab. Rentang ini digambar kosong dan putus-putus serta menampilkan tingkat respons \
      tanpa yang menunggu.
      """
    case .rateCaption: "Porsi permintaan yang dijawab, kapan pun jawabannya datang"
    case .firstResponseTime: "Waktu jawaban pertama"
    case .medianKey: "median"
    case .p90Key: "90% dijawab dalam"
    case .trendTable: "Tren sebagai tabel"
    case .trendCaption: "Permintaan menurut rentang waktu kedatangannya."
    case .step: "Rentang"
    case .speedTitle: "Berapa banyak, seberapa cepat"
    case .answeredKey: "dijawab"
    case .awaitingKey: "menunggu"
    case .missedKey: "terlewat"
    case .distributionTitle: "Permintaan menurut waktu sampai jawaban pertama"
    case .distributionCaption:
      """
      Setiap permintaan satu kali: dijawab dalam waktu di bawah batangnya, setelahnya, atau tidak \
      sama sekali
      """
    case .speedTable: "Seberapa cepat, sebagai tabel"
    case .speedCaption:
      """
      Porsi dihitung dari semua permintaan yang masuk hitungan; permintaan per rentang ada di \
      tabel tren.
      """
    case .hoursTitle: "Jam dalam sepekan"
    case .heatTitle: "Permintaan menurut hari dan jam"
    case .heatKey: "sedikit sampai banyak permintaan"
    case .gapKey: "celah layanan: tidak ada yang dijawab dalam satu jam"
    case .gapsTitle: "Celah layanan"
    case .gapsCaption: "Tidak ada yang dijawab dalam satu jam; penantian terbesar lebih dulu."
    case .hours: "Jam"
    case .hour: "Jam"
    case .waitedInAll: "Total penantian"
    case .hoursTable: "Jam dalam sepekan sebagai tabel"
    case .hoursCaption: "Jam dengan permintaan. Celah layanan ditandai dengan !."
    case .peopleCaption:
      """
      Menurut nama. Jawaban adalah jawaban pertama atas suatu permintaan. Pita menunjukkan waktu \
      jawaban pertama dari 0 sampai 7\u{A0}hari pada satu skala: dari yang tercepat sampai 95%, \
      tebal dari median sampai 90%.
      """
    case .peopleWaiting:
      """
      Menunggu: percakapan yang ditugaskan kepada orang itu dan kini menunggu jawaban.
      """
    case .responses: "Jawaban pertama"
    case .replies: "Semua jawaban"
    case .messages: "Pesan"
    case .assigned: "Ditugaskan"
    case .rating: "Penilaian rata-rata"
    case .ratings: "Jumlah penilaian"
    case .handovers: "Pengalihan"
    case .firstResponseTimes: "Waktu jawaban pertama"
    case .medianReply: "Median semua jawaban"
    case .activeDays: "Hari aktif"
    case .assignedAnswered: "di antaranya dijawab"
    case .outsideWindow: "Di luar jendela"
    case .channelsCaption:
      """
      Tingkat respons tidak menghitung yang menunggu bila permintaan masih mungkin dijawab.
      """
    case .withinHour: "Dalam 1\u{A0}jam"
    case .newContacts: "Kontak baru"
    case .inbound: "Masuk"
    case .humanMessages: "Pesan manusia"
    case .blockersCaption:
      """
      Permintaan dalam sampel yang paling membantu bila masing-masing dijawab seketika: yang \
      belum dijawab lebih dulu, lalu yang paling lambat di antara yang dihitung.
      """
    case .whatHappened: "Yang terjadi"
    case .arrived: "Tiba"
    case .dayByDay: "Hari demi hari"
    case .sampleRateKey: "tingkat respons sampel"
    case .leastRateKey: "tingkat minimum"
    case .heldKey: "dimiliki"
    case .notHeldKey: "tidak dimiliki"
    case .policiesTitle: "Menurut setiap aturan"
    case .policiesCaption:
      """
      Halaman yang sama pada saat yang sama. Setiap aturan mengambil sampelnya sendiri: jendela, \
      kanal, dan pengecualiannya berbeda.
      """
    case .policy: "Aturan"
    case .chosenPolicy: "aturan laporan ini"
    case .atLeast: "minimal"
    case .atMost: "maksimal"
    case .historyAndRules: "Riwayat dan aturan"
    case .badgeDetails: "Riwayat dan aturan lencana"
    case .badgeHistory: "Riwayat lencana"
    case .badgeHistoryCaption: "Pada akhir setiap hari dalam periode, dan saat ini."
    case .publishedTitle: "Angka yang diterbitkan"
    case .publishedCaption:
      """
      Angka yang diterbitkan, masing-masing dari satu sumber dan tidak pernah dicampur. Tanda \
      pisah: keduanya tidak dapat dibandingkan.
      """
    case .figure: "Angka"
    case .published: "Diterbitkan"
    case .caveats: "Catatan"
    case .answer: "Jawaban"
    case .source: "Sumber"
    case .place: "Peringkat"
    case .thisPage: "Halaman ini"
    case .ofWhom: "Tentang siapa, dan yang perlu diketahui"
    case .expectationsTitle: "Yang diharapkan orang"
    case .expectationsCaption:
      """
      Yang dikatakan konsumen sebagai harapan mereka: keinginan yang dinyatakan dalam survei, \
      bukan pengukuran.
      """
    case .ownOpeners: "Permintaan halaman ini"
    case .expected: "Konsumen yang mengharapkannya"
    case .peersTitle: "Halaman dalam industri yang sama"
    case .peersCaption:
      """
      Di antara halaman dalam industri yang sama di data ini; 1 adalah yang terbaik.
      """
    case .rulesCaption:
      """
      Pesan yang sama menurut aturan program lain: mengapa angka dari dua tempat berbeda. Aturan \
      laporan ini sendiri disebut lebih dulu.
      """
    case .rules: "Aturan"
    case .counted: "Dihitung"
    case .waitingTitle: "Menunggu jawaban"
    case .nobodyWaiting: "Tidak ada yang menunggu."
    case .waitingCaption:
      """
      Percakapan yang pesan terbarunya dari kontak, penantian terlama lebih dulu, apa pun \
      periodenya. Yang terlambat diberi tanda !.
      """
    case .assignedTo: "Petugas"
    case .since: "Sejak"
    case .inOfficeHours: "Dalam jam kerja"
    case .everyFigure: "Setiap angka periode ini"
    case .times: "Waktu"
    case .timesCaption:
      """
      Waktu. Tanda pisah: tidak terdefinisi, seperti tanpa jam kerja atau tanpa percakapan yang \
      ditutup.
      """
    case .timeOf: "Waktu untuk"
    case .fastest90Mean: "Rata-rata 90% tercepat"
    case .percentile75: "75%"
    case .percentile90: "90%"
    case .percentile95: "95%"
    case .percentile99: "99%"
    case .fastest: "Tercepat"
    case .slowest: "Paling lambat"
    case .leftOut: "Dikecualikan"
    case .when: "Kapan"
    case .openersByOutcome: "Permintaan menurut hasil"
    case .newestStep: "Rentang terbaru belum selesai: tingkatnya tanpa yang menunggu."
    case .data: "Data:"
    case .allInReport:
      """
      Semua angka, dengan diagram dan definisi, ada di report.html, yang dibuat bersama surel ini.
      """
    case .plainToDo: "YANG PERLU DILAKUKAN"
    case .plainPages:
      """
      HALAMAN (tingkat respons, permintaan, median jawaban pertama, menunggu, lencana)
      """
    case .plainPeople: "PETUGAS (jawaban, porsi, median dan 90% jawaban pertama)"
    case .plainWaiting: "MENUNGGU JAWABAN"
    }
  }

  // MARK: Definitions

  func definition(of term: DefinedTerm) -> (name: String, text: String) {
    switch term {
    case .opener:
      (
        "Permintaan",
        """
        Pesan masuk yang meminta jawaban: yang pertama dalam suatu percakapan, atau yang datang \
        setelah jeda.
        """
      )
    case .firstResponse:
      (
        "Jawaban pertama",
        """
        Pesan manusia pertama setelah suatu permintaan, sebelum permintaan berikutnya. Pesan \
        otomatis dan catatan internal tidak termasuk.
        """
      )
    case .outcomes:
      (
        "Dijawab, menunggu, terlewat",
        """
        Permintaan dengan jawaban pertama disebut dijawab, kapan pun jawaban itu datang. Tanpa \
        jawaban, permintaan menunggu selama usianya di bawah 24\u{A0}jam, setelah itu terlewat.
        """
      )
    case .leftOut:
      (
        "Dikecualikan",
        """
        Permintaan dari percakapan spam, dari percakapan yang ditutup tanpa jawaban, dan yang \
        tiba selama halaman tidak aktif tidak dihitung dalam tingkat maupun waktu.
        """
      )
    case .responseRate:
      (
        "Tingkat respons",
        """
        Permintaan yang dijawab dibagi semua permintaan yang dihitung. Tingkat tanpa yang \
        menunggu tidak menghitung yang masih menunggu. Tanda pisah, bukan 0, bila tidak ada.
        """
      )
    case .medianAnd90:
      (
        "Median, 90% dalam",
        """
        Separuh, dan sembilan per sepuluh, dari permintaan yang dijawab memperoleh jawaban \
        paling lama dalam waktu ini. “Dengan memperhitungkan yang belum dijawab” adalah angka \
        yang sama dengan memasukkan permintaan yang tidak dijawab siapa pun, sehingga \
        membiarkan yang sulit tidak dapat memperindahnya.
        """
      )
    case .normalVariation:
      (
        "Variasi normal",
        """
        Dua tingkat disebut berbeda hanya bila interval 95% selisihnya tidak memuat 0 \
        (Newcombe). Dua median hanya bila interval 95% keduanya tidak beririsan: masing-masing \
        terentang di antara dua dari waktu itu sendiri, ditemukan dengan menghitung saja \
        (statistik urutan), dan memerlukan enam waktu. Waktu lain dibandingkan tanpa uji.
        """
      )
    case .officeHours:
      (
        "Jam kerja",
        """
        Bagian dari suatu waktu yang berada dalam jadwal halaman. Halaman tanpa jadwal tidak \
        memiliki angka ini.
        """
      )
    case .coverageGap:
      (
        "Celah layanan",
        """
        Satu jam dalam sepekan yang permintaannya tidak satu pun dijawab dalam satu jam; \
        jam-jam seperti itu yang berurutan menjadi satu celah. “Total penantian” adalah jumlah \
        penantian permintaannya sampai jawaban pertama, kapan pun itu datang; untuk yang tidak \
        dijawab sampai permintaan kontak berikutnya, jika tidak ada sampai sekarang.
        """
      )
    case .waiting:
      (
        "Menunggu",
        """
        Percakapan, bukan spam dan tidak ditutup, yang pesan terbarunya dari kedua pihak \
        berasal dari kontak.
        """
      )
    case .everyReply:
      (
        "Setiap jawaban",
        """
        Dari pesan pertama dalam rangkaian pesan kontak sampai jawaban manusia yang \
        mengakhirinya, juga di tengah pertukaran.
        """
      )
    case .outsideWindow:
      (
        "Di luar jendela perpesanan",
        """
        Pesan manusia lebih dari 24\u{A0}jam setelah pesan terakhir kontak, tanpa tag yang \
        mengizinkannya.
        """
      )
    }
  }
}
