/* 全日制 and 在职 education, where a header tells which of the two it is about: 毕业院校系及专业 under 在职教育 is not that of the highest 学历. */

export type Schooling = 'fullTime' | 'inService'

/** Which of the two the texts of a header speak of; null: neither, or both. */
export function schoolingIn(path: readonly string[]): Schooling | null {
  const texts = path.map((text) => text.normalize('NFKC').replaceAll(/\s/gu, ''))
  const fullTime = texts.some((text) => /全日制|第一学历/u.test(text))
  const inService = texts.some((text) => /在职(?:教育|学历|学位|学习|培养)|^在职$/u.test(text))
  return fullTime === inService ? null : fullTime ? 'fullTime' : 'inService'
}

/** What the highest is called with each of them; null: the book does not keep it apart. */
const SCHOOLED: Readonly<Record<string, Readonly<Record<Schooling, string | null>>>> = {
  education: { fullTime: 'fullTimeEducation', inService: 'inServiceEducation' },
  degree: { fullTime: 'fullTimeDegree', inService: 'inServiceDegree' },
  educationDegree: { fullTime: 'fullTimeEducationDegree', inService: 'inServiceEducationDegree' },
  school: { fullTime: 'fullTimeSchool', inService: 'inServiceSchool' },
  major: { fullTime: null, inService: null },
}

/** The field a header asks for once it is seen which education it is about: 学历 under 全日制 is 全日制学历. Null: none the book keeps. */
export function schooled(field: string | null, path: readonly string[]): string | null {
  const apart = field === null ? undefined : SCHOOLED[field]
  const which = apart === undefined ? null : schoolingIn(path)
  return apart === undefined || which === null ? field : apart[which]
}
