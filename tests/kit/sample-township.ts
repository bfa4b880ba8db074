import type { QuotaCategory } from '../../electron/domain/model/quota-category.ts'
import {
  crowd,
  inventedId,
  seat,
  seated,
  jiangxiUnits,
  type HoldingSpec,
  type PersonSpec,
  type SnapshotSpec,
} from './snapshot.ts'

/*
 * The township of the bundled workbook as the book knows it after the import: 49 people in post, 4 others, 1 concurrent post.
 * The people something is to be said of bear their workbook names; the rest are numbered. Everybody is invented.
 */

const INSTITUTION: QuotaCategory = 'institution'

function leader(name: string, title: string, role: 'chief' | 'deputy', more: Partial<PersonSpec> = {}): PersonSpec {
  return { name, holdings: [seat('乡领导班子', 'administrative', { title, leadership: role })], ...more }
}

function other(name: string, unit: string, more: HoldingSpec): PersonSpec {
  return { name, idNumber: null, birth: null, sex: null, holdings: [{ unit, validFrom: '2026-11-01', ...more }] }
}

const SHARED_NUMBER = inventedId('1978-09-25', '男', 2)

const LEADERS: readonly PersonSpec[] = [
  leader('书记', '党委书记', 'chief'),
  leader('乡长', '党委副书记、乡长', 'chief'),
  leader('主席', '人大主席', 'chief'),
  leader('纪委书记', '纪委书记', 'deputy'),
  leader('周海涛', '副乡长', 'deputy', { birth: '1978-09', idNumber: SHARED_NUMBER }),
  leader('副乡长', '副乡长', 'deputy', { sex: '女' }),
  leader('部长', '党委委员、武装部长', 'deputy'),
  leader('组织委员', '党委委员、组织委员', 'deputy'),
]

const ORGANS: readonly PersonSpec[] = [
  {
    name: '褚卫东',
    workStarted: '2000-03',
    holdings: [
      seat('党政综合办公室', 'administrative', { title: '科员', enteredOn: '2000-03' }),
      { unit: '财政所', title: '会计', kind: 'concurrent', remark: '党政综合办公室人员兼任' },
    ],
  },
  ...crowd(4, '党政', '党政综合办公室'),
  seated('沈桂芳', '党政综合办公室', 'administrative', { enteredOn: '2011-09', title: '科员' }),
  ...crowd(2, '经济', '经济发展办公室'),
  {
    name: '朱志强',
    sex: '女',
    birth: '1978-09',
    idNumber: inventedId('1978-09-13', '男', 3),
    holdings: [seat('社会事务办公室')],
  },
  seated('社会1', '社会事务办公室'),
  seated('新农1', '新农村建设办公室'),
  {
    name: '许小芹',
    holdings: [seat('新农村建设办公室'), { kind: 'secondedOut', counterpart: '县农业农村局', validFrom: '2026-01-01' }],
  },
  seated('武装1', '人民武装部'),
  seated('纪委1', '纪委'),
  seated('维稳1', '维稳信息员'),
]

const INSTITUTIONS: readonly PersonSpec[] = [
  ...crowd(6, '农业', '农业综合服务中心', INSTITUTION),
  seated('严宏图', '农业综合服务中心', INSTITUTION, { entryDocumentNumber: null }),
  {
    name: '金正阳',
    sex: '女',
    birth: '1978-09',
    idNumber: wrongCheckDigit(inventedId('1978-09-01', '女', 4)),
    holdings: [seat('农业综合服务中心', INSTITUTION, { title: '工勤技能岗三级' })],
  },
  ...crowd(5, '计生', '计划生育服务中心', INSTITUTION),
  seated('姜美玲', '计划生育服务中心', INSTITUTION, { enteredOn: '2011-09' }),
  seated('文化1', '文化服务中心', INSTITUTION),
  {
    name: '窦长青',
    birth: '1978-09',
    idNumber: null,
    disputedIdNumber: SHARED_NUMBER,
    holdings: [seat('文化服务中心', INSTITUTION)],
  },
  ...crowd(3, '劳动', '劳动保障事务所', INSTITUTION),
  ...crowd(2, '村镇', '村镇规划建设管理所', INSTITUTION),
  ...crowd(2, '财政', '财政所', INSTITUTION),
  seated('范雪', '财政所', 'administrative', { title: '专业技术岗十二级' }),
  {
    name: '郎婷',
    birth: '1964-03',
    workStarted: '1990-07',
    holdings: [seat('民政所', INSTITUTION, { enteredOn: '1990-07', title: '管理岗九级' })],
  },
  seated('民政1', '民政所', INSTITUTION),
]

const OTHERS: readonly PersonSpec[] = [
  other('巩建平', '农业综合服务中心', { title: '护林员', kind: 'offQuota', offQuotaKind: 'selfHired' }),
  other('车晓琳', '文化服务中心', { title: '讲解员', kind: 'offQuota', offQuotaKind: 'selfHired' }),
  other('侯志明', '社会事务办公室', { title: '窗口服务', kind: 'offQuota', offQuotaKind: 'purchasedService' }),
  other('宓春雷', '党政综合办公室', { title: '文秘', kind: 'secondedIn', counterpart: '县文化局' }),
]

function wrongCheckDigit(idNumber: string): string {
  return idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1')
}

export const SAMPLE_TOWNSHIP: SnapshotSpec = {
  packId: 'seed-000',
  packFrom: '2006-11-01',
  units: jiangxiUnits(),
  people: [...LEADERS, ...ORGANS, ...INSTITUTIONS, ...OTHERS],
}
