import { pattern } from '../../vocabulary/pattern.ts'
import { rememberText } from '../model/remember-text.ts'

/**
 * lawful: a way in that some national text knows (whether it was open to this very person is E3's question).
 * unlawful: none (C2, off the list). unknown: the words do not tell; the person stays, 待补依据.
 */
export type EntryRouteClass = 'lawful' | 'unlawful' | 'unknown'

/** Names of the national list (ZB77) that the words below would not know. */
const OFFICIAL: ReadonlySet<string> = new Set(['聘任', '其他增加', '选举登记', '其他录用'])

/** No procedure, somebody's word, papers that are false, a place held for show. */
const AGAINST = pattern`
    (?:未|没有?|无|不|缺少?|欠)(?!婚|满|来|去|到|变|动|少|含|限)[^，]{0,5}(?:编办|编委|组织部|人事|审批|批准|批文|批件|报批|批复|批$|程序|手续|考试|考核|公开|公示|招聘|备案|同意|核准|计划|指标|依据|介绍信|履行)|(?:编办|编委
    |组织部?|人事[局部科]?|上级)[^，]{0,2}(?:未|没|不)(?!详|明|清)|(?:手续|程序)[^，]{0,2}(?:未|没|不|缺|欠|违|后补)|补办?手续|未(?:经|报|按|履行|办|走|过|通过|批)|不经|(?:没有?|未|不)(?:参加|通过)*考|无编
    |没编|先[^，]{1,4}后[补批报审办]|先上车|先上岗|后补|先聘后|超(?:编|职数|计划|指标|比例|员)|违规|违纪|违反|违法|非法|非(?:正常|正规|正当|公开)|不(?:正常|正规|正当|合规|合法)|私自|私招|私下|暗箱|暗中|塞进|安插|擅自|自行(?!车)
    |自主|自己招|(?:自己|单位自|[站乡镇所院]里?自|本单位自)[^，]{0,3}(?:聘|招|找)|冒名|冒用|冒充|顶名|代替|替名|替人|(?:用|借|占|套|以|拿|顶)[^，]{0,2}(?:他人|别人|人家|旁人)|空编|关系(?!转)|空挂|挂靠|挂名|吃空饷|伪造|假
    |造假|虚报|虚构|(?:涂改|篡改|更改|修改|虚填)[^，]{0,3}(?:档案|年龄|学历|身份|材料)|买|卖|花钱|送礼|行贿|批条|条子|打招呼|关系户|走后门|后门|托人|请托|找人|说情|口头|领导(?:介绍|安排|指定|指派|交办|同意|推荐|批示|关照|个人|打|子女
    |亲属|点名)|(?:书记|[乡镇县局站所校院处科]长|主任|领导)[^，]{0,6}(?:招|聘(?!任)|弄|带|塞|推荐|引荐|介绍|安排|指定|点名|同意|批示|关照|照顾|打招呼|亲属|子女|亲戚|家属)|熟人|亲戚|朋友|照顾[^，]{0,4}(?:领导|子女|亲属|家属
    |关系)|照顾(?:进|入|安排|性?(?:进|录|入|安)|$)|(?:领导|干部)(?:亲属|子女|家属)|人情|(?:计划|指标|编制|体制|政策)外|不符|给钱|替岗|顶班|顶包|请客|直接转[正编]|(?:书记|[乡镇县局站所校院处科]长|主任|领导
    |[乡镇站所]里)[^，]{0,6}(?:拍板|决?定|说了算|一句话|点头|签字|打电话)|(?<!军人?|烈士)(?:亲属|子女|家属)安排|帮忙进
  `
/** What is no 编制 relation at all, made into one by itself. */
const NO_RELATION = pattern`
    自聘|编外|临时|临聘|临工|零工|短工|小工|协警|辅警|协管|协理员|购岗|保安|炊事员?|司机|打字员|劳务|(?<!人事局?|人社局?|毕业|就业|教育局?|组织部?)派遣(?!证)|外包|购买服务|公益性?岗|合同工|协议(?:用工|工)|代课|帮工|借调|借用|借入|借来
    |抽调|挂职|混岗|混编|跟班|实习|见习|志愿(?!服务西部|服务基层)
  `
const REPLACED = /顶替|顶岗/u
/** 1978–1986: children took the seat of a parent who retired, by 国发〔1978〕104号. Whether then is not known. */
const HEIR =
  /(?:子女|接班|退休|父母?|母|病退|离休|顶职|自然减员)[^，]{0,6}(?:顶替|接班|顶职)|^(?:接班|顶职)|顶替(?:接班|父|母)|接班/u
const LAWFUL = pattern`
    (?:人事|人社|教育|组织|毕业|就业)[^，]{0,2}派遣|统配|(?:公务员|参公|干部)[^，]{0,4}过渡|过渡(?:为|成|到|考|登记)|考录|考试|招录|省考|国考|联考|统考|五方面|招考|考取|考入|考选|考核(?:招聘|聘用|录用)|公招|(?:公开|统一|社会
    |校园|定向|专项|面向[^，]*|省|市|县|区|紧缺)(?:公开)?(?:招聘|招录|招收|选拔|选聘|招考|选调|引进)|录用|选调|遴选|公选|选拔任用|竞争性选拔|调任|转任|调入|调来|商调|组织调动|工作调动|干部调动|对调|平调|交流|调配|调动|(?:省|市|州|县|区
    |镇|乡|机关|部队)[^，]{0,10}调(?:入|来|任|进)|军转|转业|复转|复员|退役|退伍|士兵|安置|分配|派遣证|包分配|统分|公考|聘任制|竞聘上岗|竞争上岗|换届|选举|选任|当选|委任|任命|任免|委派|组织任职|选派|整建制|成建制|划转|划入|转隶|机构改革
    |机构合并|合并|并入|并镇|并乡|撤并|改制|三支一扶|特岗|西部计划|村官|选派生|人才引进|引进|随军|随调|参公|公务员登记|招干|招工|招聘|定向|委培|免费(?:医学|师范|农技)|公费|政策性|烈士|消防员|援助岗位转正
  `
/** Where it says that something lawful followed, what went before does not matter. */
const THEN_LAWFUL =
  /(?:后|再|年|经|，|转)[^，]{0,4}(?:公开|正式|统一|参加)?(?:考试|考录|招考|公开招聘|考核聘用|考取|考入|调入|录用|招录|安置)(?!转|留)/u
const FROM_SCHEME = /三支一扶|特岗|村官|机构改革|整建制|政策|西部计划|服务基层|军转|安置|参公/u
/** The writer was not sure. */
const UNSURE = /[?？]|大概|可能|听说|据说|好像|似乎|估计|不确定/u
const SAYS_NOTHING = /^(?:其他|其它|不详|不明|不清楚?|未知|待[查核补定]实?|无|没有|暂无|[-—–/\\·.。?？]*)$/u

/**
 * Class of a 进入方式, by words. `alsoUnlawful`: a locality's own words for what is none (pack parameter `unlawfulEntryRoutes`).
 * An empty cell is `unknown` (that it is missing is E2's).
 */
export function readEntryRoute(text: string | null, alsoUnlawful: readonly string[] = []): EntryRouteClass {
  const route = bareRoute(text ?? '')
  return alsoUnlawful.includes(route) ? 'unlawful' : classOfRoute(route)
}

const bareRoute = rememberText((text) => text.normalize('NFKC').replaceAll(/\s+/gu, '').replaceAll(',', '，'))

const classOfRoute = rememberText((route): EntryRouteClass => {
  if (OFFICIAL.has(route)) return 'lawful'
  if (SAYS_NOTHING.test(route)) return 'unknown'
  if (UNSURE.test(route)) return 'unknown'
  if (AGAINST.test(route)) return 'unlawful'
  if (HEIR.test(route)) return 'unknown'
  if (REPLACED.test(route)) return 'unlawful'
  if (NO_RELATION.test(route))
    return THEN_LAWFUL.test(route) && !/(?:转正|转编|留用|入编)$/u.test(route) ? 'lawful' : 'unlawful'
  if (/转编|转入编|直接入编|转为(?:在编|正式)/u.test(route)) return FROM_SCHEME.test(route) ? 'lawful' : 'unlawful'
  return LAWFUL.test(route) ? 'lawful' : 'unknown'
})
