// Words of danger that speak of none that is here now: what is over, denied, taught, played, a title or a name.
// Where life is at stake and it is in doubt, the card wins: so each way out asks for more of these kinds.

const CLAUSE = /[\s,.;:!?。、…]/u;
const MORTAL = new Set(["medical-emergency", "fire", "suicide"]);
const LONG_AGO = /年前|小时候|年轻时|年轻的时候|那会儿|早年|当年|那年|头胎|既往|旧社会/u;
const PAST = /以前|从前|曾经?|[去前]年|上次|上个?月|原有|原来/u;
const RECORD = /(?:既往史|既往|病史)[:：,，]?[^,.。]{0,4}$/u;
const OVER = /好了|没事|能走|清楚|灭了|妥善|后遗症|落下|出院|排除|复发|康复|后来|转学|不在了|放过支架|过[^\p{L}]|过$|现在(?:能|好|就是|想|缺|在家)/u;
const THAT_WAS = /^[,.;。\s]*(?:那|这)(?:是|都是|已经是)?[^,.。]{0,6}(?:年前|以前|时候的事)/u;
const NOW = /(?:现在|正在|正|刚|又|今[天晚早儿]|昨[晚天儿]|这会儿|马上|突然|忽然|这两天|还在)[^,.。!?;]{0,8}$/u;
const NOW_AT_ALL = /刚才|刚刚|又(?:打|要|想|来|犯|开始)|救命|快来|昨晚|今晚|这会儿|正在/u;
const LASTING = /开始|一直|到现在|老是?[打骂要说想]|总[打骂要说是想]|天天|经常|还[打骂要想]/u;
const DENIED = /(?:^|[^是])(?:没有|没|并非|不是|不算|从未)(?:想过?|说)?$|否认[^,.。]{0,4}$|无$|未见$|以防$|防止?$|反$|预防$/u;
const FEARED = /(?:怕|担心|万一|防|会不会|没)[他她它我妈爸老人被又再会]{0,3}$|[一两二三几]次$/u;
const FEARED_KINDS = new Set(["missing", "fraud", "fire", "medical-emergency"]);
const TAUGHT = /^(?:的|和|与|防范|预防|应对|干预|逃生){0,2}[^,.。!?]{0,2}(?:讲座|演练|宣传|培训|知识|课程|课(?=[^堂桌间室])|手册|志愿|预防|海报|这本书|那本书|主题|节目|电影(?!院)|展|月活动|风险|想法)/u;
const PLAYED = /戏台|武生|武打片|相声|小说|游戏(?!被)|王者|电影里|片里|剧里|电视剧|电视里|剧本|踢球|篮球|足球|看电影|放电影|短视频/u;
const THINGS = /(?:猫|狗|犬|鸟|鸽子|鸡|羊|兔子|乌龟|助听器|钱包|钥匙|手机|存折|证|卡|眼镜|拐杖|轮椅|车|药|东西)[们儿都也又就还已经给让被]{0,3}$/u;
const HABIT = /出门就|一出门|[老爱总]往|[爱老总]跑|(?:弄|领|买|申请|想要|想给|戴上).{0,8}(?:手环|定位|牌)|(?:^|[^没])(?:找着[了的]|找到了)|送回来/u;
const IDIOM = /(?:[热晒急气]得(?:都|快|要|跟|像)?|[玩笑逗辣]得我?)$/u;
const SAYINGS = /[累热气急愁烦忙笑冷困臭吵渴乐恨羞贵黑笨懒闷麻]死(?:了|我|人|个人|俺|咱)*|想死(?=[你我他她您妈爸孩孙儿闺家老当咱那这了]*[你我他她您妈爸孩孙儿闺家老当咱])|跳楼(?:价|甩卖|机|梯)|打(?=(?:[我他她你您俺咱家们的过个]|一个){0,4}(?:电话|手机|座机|微信|疫苗|预防针|官司|零工|短工|临工|呼噜|篮球|球|游戏|太极|交道|招呼|工|针|点滴|车|饭|扫|听|算|理|扰|印|卡|杂|折|包|字|鼓|败|压|叉|分|[我你]?这[儿里]?过|[我你]这[儿里]|水(?!里)))/gu;
const PARENTLESS = /([子孩娃儿女])([他她]?的?(?:爸爸?妈妈?|父母|爹[妈娘])都?(?:不在(?!家)|没)了?)/gu; // needs care; what is urgent about it is said besides
const NAMED = /^(?:巷|胡同|是不对|不对的|价)/u;
const GIVEN = /捐|给流浪|[当做招].{0,6}(?:志愿|义工)|志愿者(?:招|活动)|招聘社工|送衣服|感谢救助/u; // whoever wants to give speaks of others' trouble
const GIVEN_KINDS = new Set(["no-shelter", "suicide", "missing"]);
const BLOOD = /献血|捐献/u;
const LEARNT = /讲座|宣传|开放日|知识|志愿者?.{0,3}(?:招|报名)|招.{0,3}志愿|[去在]哪买|哪里买|讲讲|怎么预防|如何预防|(?:犯法|违法|犯罪)吗/u; // who wants to know
const STUDIED = /展览|历史|事迹|题材|海报|研究|条例|规定|证怎么考|判[几多]少?年|宣告|政策|办法|制度|样本|材料|案例|法第|招[聘募]|收费|手环|定位|怎么申请|怎么判|[在去]哪领|费领|能不能[配装]|保险|区别/u; // never by itself where somebody wants to die
const COUNTED = /统计|数据|[率数]$/u; // asks how many, of whatever kind
const CLOSED = /判了|结案|司法救助|伤.{0,6}要?赔|医药费谁/u; // what is before a court or paid for
const YEARS_GONE = /[两二三四五六七八九十几0-9]年(?:了|没|前|来|一直)?/u;
const SMOKING = /烧烤|油烟(?!机)|饭[馆店]|投诉|举报|扰民/u;
const BURNING = /着[了火起]|起火|烧起|[窜蹿炸]|火苗/u;
const BESIDE_BED = /陪[床护夜]/u;
const CHILDHOOD = /小时候|年轻(?:的)?时候?/u;
const MOURNED = /自杀[^,.。]{0,5}(?:去世|走|没了|未遂)|特扶|失独/u;
const LONGING = /不想活|想死|想自杀|活不|也想|跟[他她]去/u;
const SELF = /我(?!们?(?:是(?:社工|志愿者|记者),?)?(?:想|要)?(?:听|学|参加|了解|问|报名|知道))|俺|救(?![助援灾火])|她|他|孩子|老人|有人|现在|[爸妈爷奶姥婆]|外公/u;
const SETTLED = /法律效力|公证|抚恤|遗属|身亡|丧葬/u; // what is done after a death or before one that is far
const PARENTING = /正面管教|想学.{0,6}(?:带|教|管)/u;
const MONEY_WENT = /(?:金|费|贷款|工钱|工资|中介|包工头).{0,10}人[就都也]?$/u; // who ran with it is not missed
const UNHARMED = /没上当|没被骗|没转|没信|没理/u;

/** The text without what only sounds like a danger: 累死了, 想死孙子了, 打工; as long as before. */
export function withoutIdioms(text) {
  return text.replace(SAYINGS, (found) => "□".repeat(found.length)).replace(PARENTLESS, (_, child, rest) => child + "□".repeat(rest.length));
}

/** Whether what stands from `start` to `end` speaks of no present danger of this kind. */
export function isCalm(text, start, end, kind) {
  const [from, to] = clauseAround(text, start, end);
  const before = text.slice(from, start);
  const clause = text.slice(from, to);
  if (isTitle(text, start, end) || DENIED.test(before) || IDIOM.test(before) || NAMED.test(text.slice(end))) return true;
  if (FEARED_KINDS.has(kind) && FEARED.test(before)) return true;
  if (kind === "missing" && THINGS.test(before)) return true;
  const isLearnt = LEARNT.test(text) || (kind !== "suicide" && STUDIED.test(text));
  if ((isLearnt && !SELF.test(text)) || (kind === "medical-emergency" && BLOOD.test(text))) return true;
  if (COUNTED.test(text) && !SELF.test(text)) return true;
  if (GIVEN_KINDS.has(kind) && GIVEN.test(text)) return true;
  if (kind === "suicide" && SETTLED.test(text)) return true;
  if (kind === "child" && PARENTING.test(text)) return true;
  if (kind === "missing" && MONEY_WENT.test(text.slice(0, start))) return true;
  if (NOW.test(before) || NOW_AT_ALL.test(text)) return false;
  if (isOfOthers(text, clause, kind)) return true;
  if (kind === "missing" && HABIT.test(text)) return true;
  if (kind === "fraud" && UNHARMED.test(text)) return true;
  const isPlayed = PLAYED.test(MORTAL.has(kind) ? clause : text);
  return TAUGHT.test(text.slice(end)) || isPlayed || RECORD.test(text.slice(0, start)) || isPast(text, clause, to, kind);
}

/** What such words mean beside words that speak of something else, kind by kind. */
function isOfOthers(text, clause, kind) {
  if (kind === "missing") return YEARS_GONE.test(text);
  if (kind === "fire") return SMOKING.test(text) && !BURNING.test(text);
  if (kind === "no-shelter") return BESIDE_BED.test(text);
  if (kind === "suicide") return MOURNED.test(text) && !LONGING.test(text);
  return !MORTAL.has(kind) && (CLOSED.test(text) || CHILDHOOD.test(clause));
}

/** Long ago is over by itself; what was last year is so only where it says so, if somebody may die of it. */
function isPast(text, clause, to, kind) {
  if (LASTING.test(clause)) return false;
  if (THAT_WAS.test(text.slice(to))) return true;
  if (LONG_AGO.test(clause)) return kind !== "suicide" || OVER.test(text);
  return PAST.test(clause) && (!MORTAL.has(kind) || kind === "fire" || OVER.test(text)); // no fire burns since last year
}

function isTitle(text, start, end) {
  const open = text.lastIndexOf("《", start);
  return open >= 0 && text.indexOf("》", open) >= end;
}

function clauseAround(text, start, end) {
  let from = start;
  while (from > 0 && !CLAUSE.test(text[from - 1])) from -= 1;
  let to = end;
  while (to < text.length && !CLAUSE.test(text[to])) to += 1;
  return [from, to];
}
