/* Who uses a book, and what each may do. */

/** What a person may hold, several at once: in a small office one person often is 经办 and 管理. 审核 never signs what she drafted herself. */
export const ROLES = {
  clerk: { title: '经办', may: '登记变动、导入、填表、拟公示' },
  reviewer: { title: '审核', may: '看全部，审签公示；不能审自己拟的' },
  manager: { title: '管理', may: '恢复备份、增减用户、改设置' },
  viewer: { title: '查看', may: '只看，号码遮住' },
} as const

export type Role = keyof typeof ROLES
export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[]

/** What an operation asks for: `anybody`: also who has not signed in; `signedIn`: whoever has; else one of these roles. */
export type Right = 'anybody' | 'signedIn' | readonly Role[]

/** Passwords everybody tries first, and words they are made of. Compared in lower case, after figures and signs at either end are cut off. */
const COMMON = new Set(
  (
    'password passw0rd passwd admin administrator root user guest test hello welcome iloveyou letmein monkey dragon master ' +
    'qwerty qwertyuiop qwert qazwsx 1qaz2wsx zxcvbnm asdfghjkl asdfgh abc abcd abcdef abcdefg abcdefgh aaa qaz zxc asd ' +
    'woaini woaiwojia wodemima mima nihao zhongguo beijing shanghai aini iloveu baobei taobao weixin caonima ' +
    'dingbian bianzhi bianban renshi rensheke xiangzhen zhengfu jigou'
  ).split(' '),
)
const ROWS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv']

export const PASSWORD_LEAST = 8

/** Why a password is too easily guessed; null where it is not. `known`: words of this book nobody should build one from: the township, the person. */
export function passwordWeakness(password: string, known: readonly string[]): string | null {
  const text = password.normalize('NFC')
  // A Chinese character is one of thousands, a letter or figure one of a few dozen.
  const length = Array.from(text).reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0)
  if (text.trim() === '') return text === '' ? '没有填' : '全是空格'
  if (length < PASSWORD_LEAST) return `太短，至少 ${PASSWORD_LEAST} 个字母或数字，汉字一个算两个`
  const plain = text.toLowerCase()
  if (/^(raw:|x')/.test(plain)) return '不能以 raw: 开头'
  const own = known.map((word) => word.toLowerCase().replaceAll(/[\s（）()]/gu, '')).filter((word) => word.length >= 2)
  const named = own.find(
    (word) => plain.includes(word) || (word.length > 2 && plain.includes(word.replace(/[乡镇]$/u, ''))),
  )
  if (named !== undefined) return `里有“${named}”，别人会先试`
  if (/^(.{1,5})\1+.{0,4}$/u.test(plain)) return '是同一段重复'
  if (new Set(plain).size < 4) return '来回只有几个字'
  const squeezed = plain.replaceAll(/\s/gu, '')
  if (ROWS.some((row) => runsIn(row, squeezed) || runsIn(Array.from(row).toReversed().join(''), squeezed)))
    return '是键盘或数字的顺序'
  if (/^\d+$/u.test(squeezed) && length < 12) return '只有数字，至少要 12 位或加上别的字'
  const core = squeezed.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const unleet = core
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('3', 'e')
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
  if (COMMON.has(squeezed) || COMMON.has(core) || COMMON.has(unleet)) return '是常见的密码，最先被试'
  return null
}

/** Whether nearly all of the text runs along the row: 1234567x is no better than 12345678. */
function runsIn(row: string, text: string): boolean {
  for (let from = 0; from + 6 <= text.length; from += 1)
    if (row.includes(text.slice(from, from + 6)) && text.length < 12) return true
  return false
}
