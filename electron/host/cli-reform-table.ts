/* 改革方案 on the command line: what each command takes. Gathered by cli-table, which checks them. */

export const REFORM_SHAPES = {
  'reform list': { takes: ['book!'], note: '改革方案' },
  'reform new': {
    takes: ['book!', 'title!', 'on!', 'document-number', 'document-title', 'document-date', 'document-issuer'],
    note: '--on 施行日；方案在今天旁边起草，不动编制本',
  },
  'reform change': {
    takes: [
      'book!',
      'plan!',
      'new-title',
      'on',
      'document-number',
      'document-title',
      'document-date',
      'document-issuer',
    ],
  },
  'reform add': {
    takes: ['book!', 'plan!', 'file!'],
    values: { file: 'S.json' },
    note: 'S.json 是一步，或按先后排列的一组：同 event add，不写日期；另有重新核定、拆分、岗位划转、服务方式',
  },
  'reform drop': { takes: ['book!', 'plan!', 'step!'], note: '去掉第几步' },
  'reform show': { takes: ['book!', 'plan!'], note: '各步、会引起和会消除的问题' },
  'reform rebase': { takes: ['book!', 'plan!', 'drop-conflicts'], note: '编制本有变动以后重新核对' },
  'reform compare': { takes: ['book!', 'plan!', 'as-of'], note: '改革前、方案、改革后对照' },
  'reform export': { takes: ['book!', 'plan!', 'out!'], values: { out: 'F.json' } },
  'reform import': {
    takes: ['book!', 'title'],
    word: { value: 'FILE', missing: '请写且只写一个改革方案文件。' },
    note: '同一乡镇的方案；--title 换一个名称',
  },
  'reform force': {
    takes: ['book!', 'plan!', 'on', 'document-number', 'document-title', 'document-date', 'document-issuer', 'reason'],
    note: '施行：全部步骤记为一条台账，一次撤销全部收回',
  },
  'reform people': { takes: ['book!', 'as-of'], note: '竞聘岗位和报名、未竞聘上岗、分流、清退、自聘消化' },
  'reform appoint': {
    takes: [
      'book!',
      'code!',
      'on!',
      'document-number!',
      'document-title',
      'document-date',
      'document-issuer',
      'reason',
    ],
    values: { code: '岗位编号' },
    note: '公示期满以后，一个竞聘岗位的拟聘人员一并任职',
  },
  'reform between': { takes: ['book!', 'from!', 'to!'], note: '本乡镇两个日子对照' },
  'reform figures': {
    takes: ['book!', 'file!'],
    values: { file: 'F.json|F.xlsx' },
    note: '许多乡镇改革前后的数字，逐项复算：相符、四舍五入后相符、对不上、只能推算',
  },
  'reform remove': { takes: ['book!', 'plan!'] },
} as const
