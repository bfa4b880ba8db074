import { readLawFile, type LawText } from './law-text.ts'
import accountabilityRules from './texts/accountability-rules.json' with { type: 'json' }
import birthDate1999 from './texts/birth-date-1999.json' with { type: 'json' }
import cadreBirth2006 from './texts/cadre-birth-2006.json' with { type: 'json' }
import cadreSelection2014 from './texts/cadre-selection-2014.json' with { type: 'json' }
import cadres1978 from './texts/cadres-1978.json' with { type: 'json' }
import civilCodePeriods from './texts/civil-code-periods.json' with { type: 'json' }
import civilServantAssessment2020 from './texts/civil-servant-assessment-2020.json' with { type: 'json' }
import civilServantLaw from './texts/civil-servant-law.json' with { type: 'json' }
import delayedRetirement2024 from './texts/delayed-retirement-2024.json' with { type: 'json' }
import delayedRetirementDecision from './texts/delayed-retirement-decision.json' with { type: 'json' }
import emptyPay2014 from './texts/empty-pay-2014.json' with { type: 'json' }
import flexibleRetirement2024 from './texts/flexible-retirement-2024.json' with { type: 'json' }
import grassrootsIntegration2019 from './texts/grassroots-integration-2019.json' with { type: 'json' }
import idNumberStandard from './texts/id-number-standard.json' with { type: 'json' }
import identityCardLaw from './texts/identity-card-law.json' with { type: 'json' }
import informationDisclosureRegulation from './texts/information-disclosure-regulation.json' with { type: 'json' }
import institutionAssessment2023 from './texts/institution-assessment-2023.json' with { type: 'json' }
import institutionStaffRegulation from './texts/institution-staff-regulation.json' with { type: 'json' }
import labourContractLaw from './texts/labour-contract-law.json' with { type: 'json' }
import labourLaw from './texts/labour-law.json' with { type: 'json' }
import localOrganisationLaw from './texts/local-organisation-law.json' with { type: 'json' }
import openHiring2005 from './texts/open-hiring-2005.json' with { type: 'json' }
import partyEstablishmentRegulation from './texts/party-establishment-regulation.json' with { type: 'json' }
import personalInformationLaw from './texts/personal-information-law.json' with { type: 'json' }
import postLevels2006 from './texts/post-levels-2006.json' with { type: 'json' }
import rankParallel2019 from './texts/rank-parallel-2019.json' with { type: 'json' }
import relief2024 from './texts/relief-2024.json' with { type: 'json' }
import sanctionsLaw from './texts/sanctions-law.json' with { type: 'json' }
import seniorExperts1983 from './texts/senior-experts-1983.json' with { type: 'json' }
import seniorExperts1986 from './texts/senior-experts-1986.json' with { type: 'json' }
import stateCouncil486 from './texts/state-council-486.json' with { type: 'json' }
import strictControl2007 from './texts/strict-control-2007.json' with { type: 'json' }
import supervisionMeasures from './texts/supervision-measures.json' with { type: 'json' }
import workers1978 from './texts/workers-1978.json' with { type: 'json' }

/** National texts: establishment, people, retirement, township, openness, and what only a few words are kept of. */
export const NATIONAL_TEXTS: readonly LawText[] = [
  stateCouncil486,
  partyEstablishmentRegulation,
  strictControl2007,
  civilServantLaw,
  rankParallel2019,
  cadreSelection2014,
  sanctionsLaw,
  institutionStaffRegulation,
  openHiring2005,
  institutionAssessment2023,
  delayedRetirementDecision,
  delayedRetirement2024,
  flexibleRetirement2024,
  cadres1978,
  workers1978,
  seniorExperts1983,
  seniorExperts1986,
  localOrganisationLaw,
  grassrootsIntegration2019,
  relief2024,
  emptyPay2014,
  labourContractLaw,
  informationDisclosureRegulation,
  personalInformationLaw,
  civilCodePeriods,
  accountabilityRules,
  birthDate1999,
  cadreBirth2006,
  civilServantAssessment2020,
  idNumberStandard,
  identityCardLaw,
  labourLaw,
  postLevels2006,
  supervisionMeasures,
].map(readLawFile)
