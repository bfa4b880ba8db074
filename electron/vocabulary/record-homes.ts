/** The records in which a person's fields of 档案补充 and 人员类别与岗位等级 are kept, by their home in the catalogue. */
export const RECORD_HOMES = { file: 'personFile', grade: 'personGrade' } as const
