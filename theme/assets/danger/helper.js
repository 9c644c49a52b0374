// Of whom a text speaks that means danger: of the writer, or of somebody whom the writer wants to help.

const KIN = "爸|妈|爹|娘|父|母|爷|奶|姥|外[公婆]|儿子|女儿|闺女|姑娘|孩子|孙|老[公婆伴]|丈夫|妻子|媳妇|爱人|对象|[男女]朋友|哥|姐|弟|妹|公公|婆婆|岳|丈母娘|[叔姑舅姨]|[表堂].|侄|邻居|同事|朋友|闺蜜|同学|室友|亲戚|学生|徒弟|战友|工友|家";
const OTHER = new RegExp(`(?:我|俺|咱)们?(?:的|家|家里|一个|有个|那个|这个|小|大|老|单位|班|楼|村){0,2}(?:${KIN})|邻居|隔壁|对门|楼[上下]|同事|室友|[有那这]个?(?:人|孩子|老人|女的|男的|小伙|姑娘|大[爷妈姐哥叔])|路上|网友`, "u");
const SELF = new RegExp(`(?:我|俺)(?!们?(?:的|家|家里|一个|有个|那个|这个|小|大|老|单位|班|楼|村){0,2}(?:${KIN})|(?:刚|刚才|刚刚|昨[天晚]|今[天早晚]|总|老|经常)?(?:看见|看到|听见|听到|听说|发现|觉得|担心|怕|怀疑|知道|想问|想帮|该|要怎么|怎么|咋|能不能|可以|拦不住|劝不)|拉|现在该)`, "u");

/** Whether the words are about somebody else; in doubt they are the writer's own. */
export function speaksOfOther(text) {
  return OTHER.test(text) && !SELF.test(text);
}
