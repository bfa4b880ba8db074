import { readLawFile, type LawText } from './law-text.ts'
import abaEstablishment from './texts/aba-establishment.json' with { type: 'json' }
import anhui2014166 from './texts/anhui-2014-166.json' with { type: 'json' }
import bureauManual from './texts/bureau-manual.json' with { type: 'json' }
import changningSystem from './texts/changning-system.json' with { type: 'json' }
import chenzhouReport from './texts/chenzhou-report.json' with { type: 'json' }
import collectionFormNotes from './texts/collection-form-notes.json' with { type: 'json' }
import entryFormNotes from './texts/entry-form-notes.json' with { type: 'json' }
import guangdongEstablishment from './texts/guangdong-establishment.json' with { type: 'json' }
import hubei2006 from './texts/hubei-2006.json' with { type: 'json' }
import jiangxiPlan from './texts/jiangxi-plan.json' with { type: 'json' }
import laishan2011 from './texts/laishan-2011.json' with { type: 'json' }
import ledgerPractice from './texts/ledger-practice.json' with { type: 'json' }
import liaoningSurvey from './texts/liaoning-survey.json' with { type: 'json' }
import lingwu2018 from './texts/lingwu-2018.json' with { type: 'json' }
import luyangSecondment from './texts/luyang-secondment.json' with { type: 'json' }
import maskedCountyPlan from './texts/masked-county-plan.json' with { type: 'json' }
import outline2010 from './texts/outline-2010.json' with { type: 'json' }
import personFormNotes from './texts/person-form-notes.json' with { type: 'json' }
import qinghaiBarred from './texts/qinghai-barred.json' with { type: 'json' }
import qinghaiSecondment from './texts/qinghai-secondment.json' with { type: 'json' }
import sevenEmptyPay from './texts/seven-empty-pay.json' with { type: 'json' }
import statisticsItems from './texts/statistics-items.json' with { type: 'json' }
import steppedBackReports from './texts/stepped-back-reports.json' with { type: 'json' }
import tengzhou201305 from './texts/tengzhou-2013-05.json' with { type: 'json' }
import tengzhou201311 from './texts/tengzhou-2013-11.json' with { type: 'json' }
import wuhuThreeChecks from './texts/wuhu-three-checks.json' with { type: 'json' }
import yueyangMonthly from './texts/yueyang-monthly.json' with { type: 'json' }
import yuguopuSheet from './texts/yuguopu-sheet.json' with { type: 'json' }
import yunnanReport from './texts/yunnan-report.json' with { type: 'json' }

/** Papers and habits of provinces, cities, counties and townships: they bind where they were issued, elsewhere only once adopted. */
export const LOCAL_TEXTS: readonly LawText[] = [
  anhui2014166,
  guangdongEstablishment,
  hubei2006,
  liaoningSurvey,
  outline2010,
  qinghaiBarred,
  qinghaiSecondment,
  statisticsItems,
  abaEstablishment,
  chenzhouReport,
  wuhuThreeChecks,
  yueyangMonthly,
  yunnanReport,
  bureauManual,
  changningSystem,
  collectionFormNotes,
  entryFormNotes,
  laishan2011,
  ledgerPractice,
  lingwu2018,
  luyangSecondment,
  maskedCountyPlan,
  personFormNotes,
  sevenEmptyPay,
  steppedBackReports,
  tengzhou201305,
  tengzhou201311,
  jiangxiPlan,
  yuguopuSheet,
].map(readLawFile)
