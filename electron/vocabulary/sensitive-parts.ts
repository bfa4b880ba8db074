import type { CodeList } from './code-list.ts'

/** Parts of a person's record that stay masked until somebody asks for them. */
export const SENSITIVE_PARTS = {
  phone: { title: '联系电话' },
  resume: { title: '简历' },
  family: { title: '家庭成员' },
  honours: { title: '奖惩情况' },
} as const satisfies CodeList
export type SensitivePart = keyof typeof SENSITIVE_PARTS
