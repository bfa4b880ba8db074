import { rememberText } from '../model/remember-text.ts'

/* 事业单位岗位等级 as people write it: 管理九级, 管理岗七级, 专业技术岗十二级, 专技九级, 技术工三级, 工勤技能岗三级, 普通工. */

export type PostGradeKind = 'management' | 'professional' | 'worker'

/** `number` 1 is the highest; 0: 普通工, who has none. */
export interface PostGrade {
  readonly kind: PostGradeKind
  readonly number: number
}

const NUMERALS: readonly (string | undefined)[] = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
]
const WRITTEN = /^(?:管理|专业技术|专技|技术工|工勤技能|工勤)岗?位?(.+)级$/

/** Grades of each kind: 管理 1–10, 专业技术 1–13, 技术工 1–5. */
export const POST_GRADES: Readonly<Record<PostGradeKind, { readonly name: string; readonly lowest: number }>> = {
  management: { name: '管理岗', lowest: 10 },
  professional: { name: '专业技术岗', lowest: 13 },
  worker: { name: '工勤技能岗', lowest: 5 },
}

/** The grade a text means; undefined where it means none we know. */
export const readPostGrade = rememberText((text): PostGrade | undefined => {
  if (text === '普通工') return { kind: 'worker', number: 0 }
  const number = NUMERALS.indexOf(WRITTEN.exec(text)?.[1]) + 1
  return number === 0 ? undefined : { kind: kindOf(text), number }
})

function kindOf(text: string): PostGradeKind {
  if (text.startsWith('管理')) return 'management'
  return text.startsWith('专') ? 'professional' : 'worker'
}

/** "七" for 7; up to ten. */
export function gradeNumeral(number: number): string {
  return '零一二三四五六七八九十'.charAt(number)
}
