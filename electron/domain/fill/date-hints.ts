import type { DateFormat } from '../../vocabulary/templates.ts'

/** What a header, or a row of hints, says of its dates: （1985-06-01）, （YYYYMM）, 8位数字, 格式：2005.07, （××年××月）. */
export function dateHint(text: string): DateFormat | null {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')
  if (/(?:8|八)位(?:数字|数)?|yyyymmdd|(?<!\d)(?:19|20)\d{6}(?!\d)/u.test(plain)) return 'digits'
  if (/(?:6|六)位(?:数字|数)?|yyyymm(?!d)|(?<!\d)(?:19|20)\d{4}(?!\d)/u.test(plain)) return 'month'
  if (/(?:19|20)\d{2}-\d{1,2}-\d{1,2}|yyyy-mm-dd|年-月-日/u.test(plain)) return 'day'
  if (/(?:19|20)\d{2}\.\d{1,2}\.\d{1,2}|yyyy\.mm\.dd|年\.月\.日/u.test(plain)) return 'dotDay'
  if (/(?:19|20)\d{2}\/\d{1,2}\/\d{1,2}|yyyy\/mm\/dd/u.test(plain)) return 'slashDay'
  if (/(?:19|20)\d{2}-\d{1,2}|yyyy-mm/u.test(plain)) return 'dash'
  if (/(?:19|20)\d{2}\.\d{1,2}|yyyy\.mm|年\.月/u.test(plain)) return 'dot'
  if (/(?:\d{4}|yyyy|[x×]+)年(?:\d{1,2}|m{1,2}|[x×]+)月(?:\d{1,2}|d{1,2}|[x×]+)日/u.test(plain)) return 'chineseDay'
  return /(?:\d{4}|yyyy|[x×]+)年/u.test(plain) ? 'chinese' : null
}
