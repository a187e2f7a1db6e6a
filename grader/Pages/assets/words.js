// The page's own words, in both languages.
import { language } from "./text.js";

const WORDS = {
  report: ["Report", "报告"],
  points: ["{0} of {1} points", "{0} / {1} 分"],
  held: ["{0} of {1} checks held", "{1} 项检查中有 {0} 项成立"],
  switchTo: ["中文", "English"],
  failing: ["What to look at", "请看这些"],
  allHeld: ["Every check held.", "所有检查都成立。"],
  notGradable: ["No mark may be drawn from this result: {0}", "不能依据这份结果评分：{0}"],
  pending: ["grading was cut off", "评分被中断"],
  printed: ["What the program printed", "程序的输出"],
  omitted: ["… {0} bytes left out …", "……省略 {0} 字节……"],
  hint: ["Think about", "想一想"],
  scenario: ["Scenario", "场景"],
  story: ["How it came to that, step by step", "一步一步看它是怎么发生的"],
  sameStory: ["The same interleaving as told under “{0}”.", "与“{0}”下讲的是同一个交错。"],
  legend: ["Time runs downwards, a column for each process. Hatched: it can’t go on. Dotted: it sleeps. Arrows: something is handed over. Red: the steps that collide.", "时间向下走，每个进程一列。斜线：无法继续。点线：在睡眠。箭头：交接了什么。红色：相互冲突的步骤。"],
  first: ["First step", "第一步"],
  back: ["Back", "后退"],
  forward: ["Forward", "前进"],
  last: ["Last step", "最后一步"],
  slider: ["Step", "步骤"],
  stepOf: ["Step {0} of {1}", "第 {0} 步，共 {1} 步"],
  at: ["at {0}", "{0} 时"],
  line: ["line {0}", "第 {0} 行"],
  gives: ["gives {0}", "得到 {0}"],
  hadWaited: ["It had waited since step {0}.", "它从第 {0} 步起一直在等。"],
  hadWaitedFor: ["It had waited since step {0} for {1}.", "它从第 {0} 步起一直在等 {1}。"],
  hadSlept: ["It had slept since step {0}.", "它从第 {0} 步起在睡眠。"],
  cameAfter: ["It came after step {0}: {1}.", "它在第 {0} 步之后：{1}。"],
  notShown: ["{0} earlier steps are not shown.", "前面的 {0} 步没有显示。"],
  waitsForEver: ["waits for ever: {0}", "永远等待：{0}"],
  allSteps: ["Show all {0} steps", "显示全部 {0} 步"],
  fewerSteps: ["Fold what nobody needs", "折叠无关的步骤"],
  folded: ["{0} steps by themselves: {1}", "{0} 个独自的步骤：{1}"],
  rounds: ["{0} times: {1}", "{0} 次：{1}"],
  hasIt: ["{0} has it", "{0} 持有它"],
  forWhom: ["for {0}", "等 {0}"],
  forNobody: ["nobody is left to let it go on", "没有谁能让它继续"],
  goesRound: ["goes round for ever: {0}", "永远在转：{0}"],
  objects: ["What they share", "它们共享的东西"],
  noObjects: ["There is nothing yet.", "现在还什么都没有。"],
  code: ["Your code", "你的代码"],
  codeNone: ["The code is not in this report. Name the hand-in with --hand-in to have it beside the steps.", "这份报告里没有代码。用 --hand-in 指定提交的文件，代码就会显示在步骤旁边。"],
  codeChanged: ["The hand-in has changed since it was graded, or is another one: no lines are marked.", "提交的文件在评分之后改动过，或者不是同一份：不标记任何行。"],
  codeLeftOut: ["…", "……"],
  doesLine: ["{0} does this now", "{0} 现在执行这一行"],
  nextLine: ["{0} comes to this next", "{0} 接下来执行这一行"],
  waitsLine: ["{0} waits here", "{0} 在这里等待"],
  // The marks of the steps that collide.
  markFirst: ["1: it looks", "1：它查看"],
  markBetween: ["another comes first", "另一个抢先"],
  markSecond: ["2: goes by what it saw", "2：它按看到的去做"],
  markOne: ["1", "1"],
  markTwo: ["2", "2"],
  markOther: ["meanwhile", "与此同时"],
  markTook: ["takes one", "先占了一个"],
  // Objects.
  free: ["free", "空闲"],
  heldBy: ["held by {0}", "由 {0} 持有"],
  heldTimes: ["held by {0}, {1} times", "由 {0} 持有，{1} 次"],
  wantedBy: ["wanted by {0}", "{0} 在等它"],
  waitsAt: ["{0} waits here", "{0} 在这里等待"],
  permits: ["{0} permits left", "剩 {0} 个许可"],
  permitsOf: ["{0} of {1} permits left", "剩 {0} / {1} 个许可"],
  set: ["set", "已设置"],
  notSet: ["not set", "未设置"],
  asleep: ["asleep: {0}", "睡眠中：{0}"],
  nobodyAsleep: ["nobody sleeps here", "没有谁在睡眠"],
  notified: ["{0} notified, not awake yet", "{0} 个已通知，还没醒"],
  empty: ["empty", "空"],
  holds: ["{0} in it: {1}", "有 {0} 个：{1}"],
  undone: ["{0} not done", "{0} 个未完成"],
  full: ["full", "已满"],
  moreItems: ["and {0} more", "还有 {0} 个"],
  openIn: ["open in {0}", "在 {0} 中打开"],
  closed: ["closed everywhere", "全部关闭"],
  leftEnd: ["left end", "左端"],
  rightEnd: ["right end", "右端"],
  pipe: ["pipe {0}", "管道 {0}"],
  toLeft: ["on the way to the left end", "去往左端"],
  toRight: ["on the way to the right end", "去往右端"],
  keepsOpen: ["{0} has the other end open and sends nothing, so {1} waits for ever", "{0} 还开着另一端，却什么也不发，所以 {1} 永远等下去"],
  noMessage: ["no message is on its way", "没有消息在途中"],
  gone: ["not there any more", "已经不在了"],
  emptyFile: ["empty", "空文件"],
  barrier: ["{0} of {1} are here", "{1} 个中已到 {0} 个"],
  changedNow: ["changed by this step", "被这一步改变"],
  // To play.
  play: ["Play", "演练"],
  solution: ["the course’s solution", "参考答案"],
  tierStrict: ["strict time", "精确时间"],
  tierLoose: ["loose time: sleeps and timeouts may take any time", "宽松时间：睡眠和超时用多少时间都可能"],
  otherScenarios: ["Other scenarios to play", "其他可以演练的场景"],
  playBreaks: ["can break", "会出错"],
  playHolds: ["cannot break", "不会出错"],
  playCutOff: ["not known", "未知"],
  playUnlike: ["not the same twice", "每次不一样"],
  playKnown: ["{0} states, {1} interleavings.", "{0} 个状态，{1} 种执行顺序。"],
  playStates: ["{0} states are known.", "已知 {0} 个状态。"],
  playOver: ["It has come to its end", "已经到头了"],
  playMade: ["Choices made: {0}; switches from a process that could have gone on: {1}.", "做了 {0} 次选择，其中 {1} 次打断了还能继续的进程。"],
  playGone: ["The play has ended: its server is not there any more. Start it again with kit play.", "演练已结束：服务器不在了。请用 kit play 重新开始。"],
  playKeys: ["Keys: 1 to 9 choose, u takes back, r lets it run; in the way so far the arrows go step by step.", "按键：1 到 9 选择，u 撤回，r 让它自己运行；在下方的步骤里用方向键一步一步地看。"],
  whoGoesOn: ["Who goes on?", "让谁继续？"],
  allGoRound: ["All who can go on only go round.", "能继续的进程都只是在原地循环。"],
  timesOut: ["its patience runs out: {0}", "等待超时：{0}"],
  dies: ["dies, as was asked for", "按要求被终止"],
  behind: ["behind it {0} interleavings, {1} states", "之后有 {0} 种执行顺序，{1} 个状态"],
  undo: ["Take back", "撤回"],
  again: ["From the start", "从头开始"],
  letItRun: ["Let it run", "让它自己运行"],
  takeMe: ["Take me", "带我去"],
  toBreak: ["to where it breaks", "出错的地方"],
  toDeadlock: ["to the deadlock", "死锁"],
  toLivelock: ["to where it never ends", "永不结束的地方"],
  toEnd: ["to a good end", "正常结束"],
  findNo: ["From here no choices lead to one. You are where you were.", "从这里出发，无论怎么选都到不了那里。你还在原处。"],
  findUnknown: ["None was found as far as was looked: there are too many states. You are where you were.", "在查找的范围内没有找到：状态太多。你还在原处。"],
  processes: ["The processes", "各个进程"],
  isReady: ["can go on:", "可以继续："],
  isWaiting: ["waits:", "在等待："],
  wasAt: ["was at:", "停在："],
  hasEnded: ["has ended", "已结束"],
  wayHere: ["The way so far", "到目前为止的步骤"],
  nothingYet: ["Nothing has happened yet: choose who goes on.", "还什么都没有发生：请选择让谁继续。"],
  games: ["Games:", "游戏："],
  gamesWhat: ["Break it: drive the program into its fault with few switches. Predict it: say what comes. The machine grades both.", "弄坏它：用尽量少的打断让程序出错。猜一猜：说出接下来会怎样。都由机器评分。"],
  gameBreak: ["Break it", "弄坏它"],
  gamePredict: ["Predict it", "猜一猜"],
  gameRepair: ["Repair it", "修好它"],
  gameMoves: ["The game goes on by itself: answer its question.", "游戏自己会走：请回答上面的问题。"],
  giveAnswer: ["That is my answer", "就选这些"],
  map: ["The map of all states", "所有状态的地图"],
  noMap: ["There is no map.", "没有地图。"],
  mapStates: ["{0} states in {1} levels, by how many choices they need.", "{0} 个状态，按所需的选择次数分为 {1} 层。"],
  mapEnds: ["Good ends: {0}; broken: {1}; deadlocks: {2}.", "正常结束 {0} 个，出错 {1} 个，死锁 {2} 个。"],
  mapCut: ["The map is not whole.", "地图不完整。"],
  mapHere: ["You are at level {0}; {1} states can still be come to.", "你在第 {0} 层，还能到达 {1} 个状态。"],
  mapAt: ["You are at level {0}.", "你在第 {0} 层。"],
  mapLegend: ["A column a level, higher for more states (by the logarithm). Dark: can still be come to from here. Green: good ends. Red: something breaks. Dots: your way.", "每列一层，越高状态越多（按对数）。深色：从这里还能到达。绿色：正常结束。红色：出错。圆点：你走过的路。"],
  mapTable: ["The numbers", "数字"],
  mapLevel: ["level", "层"],
  mapAll: ["states", "状态"],
  mapAhead: ["still ahead", "还能到达"],
  mapFine: ["good ends", "正常结束"],
  mapBroken: ["broken", "出错"],
  mapStuck: ["deadlocks", "死锁"],
};

const KINDS = {
  start: ["it was started", "它被启动"], end: ["a process ended", "有进程结束"], lock: ["the lock was given back", "锁被归还"],
  permit: ["a permit was given back", "许可被归还"], item: ["an item was put", "放入了一项"], room: ["there was room again", "又有了空位"],
  message: ["a message was sent, or an end closed", "发出了消息，或关闭了一端"], notify: ["it was notified", "它得到通知"], set: ["the event was set", "事件被设置"],
  barrier: ["others came to the barrier", "别的进程到了屏障"], task: ["a task was handed in", "提交了任务"], result: ["the work was done", "工作已完成"],
  data: ["it reads what was written there", "它读到那里写的内容"], death: ["it was asked to die", "它被要求终止"],
};

const VERDICTS = {
  passed: ["Held", "成立"], violation: ["Violation", "违反"], deadlock: ["Deadlock", "死锁"], livelock: ["Livelock", "活锁"],
  hang: ["Too many rounds of a loop", "循环次数过多"], crash: ["Crash", "崩溃"], leak: ["Processes left behind", "遗留了进程"],
  limit: ["Limit exceeded", "超出限制"], "compile-error": ["Does not compile", "无法编译"], policy: ["Not allowed here", "此处不允许"],
  nondeterministic: ["Not deterministic", "不确定"], "grader-fault": ["The grader failed", "评分器出错"], pending: ["Not graded yet", "尚未评分"],
};

const place = () => (language === "zh" ? 1 : 0);

export function word(key, ...values) {
  return WORDS[key][place()].replace(/\{(\d)\}/g, (_, n) => values[Number(n)]);
}

export const handOver = kind => KINDS[kind]?.[place()] ?? kind;

export const verdictName = verdict => VERDICTS[verdict]?.[place()] ?? verdict;

export function list(names) {
  return names.join(language === "zh" ? "、" : ", ");
}

/** What a check's outcome rests on. */
export function certificate(check) {
  const en = language === "en";
  const count = (n, one, many, zh) => (en ? `${n.toLocaleString("en")} ${n === 1 ? one : many}` : `${n.toLocaleString("en")} ${zh}`);
  const states = count(check.states, "state", "states", "个状态");
  const runs = count(check.realRuns, "real run", "real runs", "次真实运行");
  const sampled = count(check.sampledRuns, "run", "runs", "次运行");
  if (check.certainty === "proved" && check.status === "passed") return en ? `proved: every interleaving, ${states}` : `已证明：每一种交错，${states}`;
  if (check.certainty === "proved" || (check.status === "failed" && check.sampledRuns === 0 && check.certainty !== "none")) return en ? `found by search: ${states}, ${runs}` : `通过搜索发现：${states}，${runs}`;
  if (check.certainty === "sampled") return check.status === "failed" ? (en ? `found by sampling: ${sampled}` : `通过抽样发现：${sampled}`) : en ? `sampled: ${sampled}` : `抽样：${sampled}`;
  return "";
}

/** The two lines of the student's own code between which it goes wrong. */
export function betweenWords(between, texts) {
  const { process, other, does, first, second } = texts;
  const at = between.at ? (language === "en" ? ` at line ${between.at.line}` : `（第 ${between.at.line} 行）`) : "";
  const same = between.first.file === between.second.file && between.first.line === between.second.line;
  const en = same ? `At line ${between.second.line}` : `Between ${first} and ${second}`;
  const zh = same ? `第 ${between.second.line} 行` : `${first}与${second}`;
  const put = (a, b) => (language === "en" ? a : b);
  const isAt = (site) => !same && between.at && between.at.file === site.file && between.at.line === site.line;
  switch (between.kind) {
    case "interrupted": return put(`${en} of ${process}, ${other} comes in${at}: ${does}. What held at the first line need not hold at the second.`, `${process} 在${zh}之间，${other}${at}插了进来：${does}。前一行时成立的，到后一行时未必还成立。`);
    case "unordered": return isAt(between.first) ? put(`Line ${between.second.line} of ${process} does not wait for ${other}, which is still${at}.`, `${process} 的第 ${between.second.line} 行没有等待 ${other}，后者此时还停在第 ${between.first.line} 行。`) : put(`${en} nothing makes ${process} wait for ${other}, which is still${at}.`, `${zh}之间，没有什么让 ${process} 等待 ${other}，后者此时还在运行${at}。`);
    case "stuck": return between.other && isAt(between.second) ? put(`${other} waits${at}, and what ${process} does at line ${between.first.line} does not let it go on.`, `${other} 在第 ${between.second.line} 行等待，而 ${process} 在第 ${between.first.line} 行所做的没有让它能继续。`) : between.other ? put(`${en} ${process} keeps what ${other} waits for${at}.`, `${process} 在${zh}之间占着 ${other} 正在等的东西${at}。`) : put(`${en} ${process} comes to wait for what nobody gives it.`, `${process} 在${zh}之间开始等待，而没有谁会让它继续。`);
    case "ended": return put(`${en} ${process} is ended.`, `${process} 在${zh}之间就结束了。`);
    case "round": return put(`${en} ${process} goes round and gets no further.`, `${process} 在${zh}之间不停地转，再也走不下去。`);
    case "ordered": return put(`${en} ${process} makes others wait that could run.`, `${process} 在${zh}之间，让本来可以运行的进程等待。`);
    default: return put(`${en} of ${process} something is missing, or does what it should not.`, `${process} 在${zh}之间少了什么，或者做了不该做的事。`);
  }
}
