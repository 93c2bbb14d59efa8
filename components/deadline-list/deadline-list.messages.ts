import type { ActivityType } from '../shared/backend/mit-virk.js';
import { commonMessages, type Catalogue, type CommonMessages } from '../shared/i18n/common.messages.js';
import { writeErrors, type WriteErrors } from '../shared/i18n/write-errors.messages.js';
import type { DeadlineFilter, SectionName } from './deadlines.js';

/** The texts of the deadline list. Dates come as they are to be read, `1. juni 2022`. */
export interface DeadlineListMessages extends CommonMessages {
  readonly errors: CommonMessages['errors'] & WriteErrors;
  readonly heading: string;
  readonly awaiting: (count: number) => string;
  readonly overdueCount: (count: number) => string;
  readonly nothingAwaits: string;
  /** Where neither deadlines nor cases were asked for. */
  readonly nothingHere: string;
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly filterLabel: string;
  readonly filters: Readonly<Record<DeadlineFilter, string>>;
  readonly noneInFilter: Readonly<Record<Exclude<DeadlineFilter, 'all'>, string>>;
  readonly due: string;
  readonly noDate: string;
  readonly overduePrefix: string;
  readonly daysLeft: (days: number) => string;
  readonly status: string;
  readonly caseNumber: string;
  readonly permitNumber: string;
  readonly noText: string;
  readonly openSolution: string;
  readonly renew: string;
  readonly readMore: string;
  readonly toCalendar: string;
  readonly allToCalendar: string;
  readonly gone: string;
  readonly dismiss: string;
  readonly dismissing: string;
  readonly dismissNotice: (title: string) => string;
  readonly dismissed: (title: string) => string;
  readonly dismissFailed: (title: string) => string;
  readonly showing: (from: number, to: number, total: number) => string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly pagesOf: (section: string) => string;
  readonly emptyText: string;
  readonly leftOut: (count: number, types: readonly ActivityType[]) => string;
  readonly leftOutText: string;
  readonly incomplete: string;
  readonly incompleteText: string;
  readonly refreshFailed: string;
  readonly refreshed: (count: number) => string;
}

function danishDays(days: number): string {
  if (days === 0) return 'i dag';
  if (days === 1) return 'i morgen';
  if (days === -1) return 'i går';
  return days > 0 ? `om ${days} dage` : `for ${-days} dage siden`;
}

const onlyDeadlines = (types: readonly ActivityType[]) =>
  types.every((type) => type === 'frist' || type === 'sag');

const da: DeadlineListMessages = {
  ...commonMessages.da,
  errors: { ...commonMessages.da.errors, ...writeErrors.da },
  heading: 'Det skal virksomheden tage stilling til',
  awaiting: (count) =>
    count === 1 ? '1 ting venter på virksomheden' : `${count} ting venter på virksomheden`,
  overdueCount: (count) => (count === 1 ? '1 frist er overskredet' : `${count} frister er overskredet`),
  nothingAwaits: 'Intet venter på virksomheden lige nu',
  nothingHere: 'Her er ikke noget lige nu',
  sections: {
    deadlines: 'Afventer virksomhed',
    cases: 'Igangværende sager',
    notices: 'Beskeder',
    permits: 'Tilladelser',
  },
  filterLabel: 'Vis',
  filters: { all: 'Alle', overdue: 'Overskredet', upcoming: 'Kommende' },
  noneInFilter: {
    overdue: 'Ingen frister er overskredet.',
    upcoming: 'Der er ingen kommende frister.',
  },
  due: 'Frist',
  noDate: 'Ingen dato',
  overduePrefix: 'Overskredet:',
  daysLeft: danishDays,
  status: 'Status:',
  caseNumber: 'Sagsnr.',
  permitNumber: 'Tilladelsesnummer:',
  noText: 'Myndigheden har ikke skrevet mere om det her.',
  openSolution: 'Gå til løsningen',
  renew: 'Forny',
  readMore: 'Læs mere',
  toCalendar: 'Føj til kalender',
  allToCalendar: 'Føj alle til kalender',
  gone: 'Myndigheden har fjernet den, siden du åbnede siden. Du skal ikke gøre mere.',
  dismiss: 'Fjern',
  dismissing: 'Fjerner …',
  dismissNotice: (title) => `Fjern beskeden ${title}`,
  dismissed: (title) => `Beskeden ${title} er fjernet.`,
  dismissFailed: (title) => `Beskeden ${title} blev ikke fjernet`,
  showing: (from, to, total) => `Viser ${from}–${to} af ${total}`,
  previousPage: 'Forrige',
  nextPage: 'Næste',
  pagesOf: (section) => `Sider: ${section}`,
  emptyText: 'Når en myndighed har brug for noget fra virksomheden, kommer det til at stå her.',
  leftOut: (count, types) => {
    const [one, many] = onlyDeadlines(types) ? ['frist', 'frister'] : ['oplysning', 'oplysninger'];
    return `${count} ${count === 1 ? one : many} kunne ikke vises`;
  },
  leftOutText:
    'Oplysningerne fra myndigheden mangler noget. Prøv igen, eller log ind på Virk for at se det hele.',
  incomplete: 'Listen er ikke komplet',
  incompleteText: 'En del af listen kunne ikke hentes. Prøv igen, så du ser det hele.',
  refreshFailed: 'Listen er måske ikke den nyeste',
  refreshed: (count) =>
    count === 1 ? 'Listen er opdateret. 1 er ny.' : `Listen er opdateret. ${count} er nye.`,
};

function englishDays(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

const en: DeadlineListMessages = {
  ...commonMessages.en,
  errors: { ...commonMessages.en.errors, ...writeErrors.en },
  heading: 'What the company must react to',
  awaiting: (count) => (count === 1 ? '1 thing awaits the company' : `${count} things await the company`),
  overdueCount: (count) => (count === 1 ? '1 deadline has passed' : `${count} deadlines have passed`),
  nothingAwaits: 'Nothing awaits the company right now',
  nothingHere: 'There is nothing here right now',
  sections: {
    deadlines: 'Awaiting the company',
    cases: 'Ongoing cases',
    notices: 'Notices',
    permits: 'Permits',
  },
  filterLabel: 'Show',
  filters: { all: 'All', overdue: 'Overdue', upcoming: 'Upcoming' },
  noneInFilter: {
    overdue: 'No deadlines have passed.',
    upcoming: 'There are no upcoming deadlines.',
  },
  due: 'Due',
  noDate: 'No date',
  overduePrefix: 'Overdue:',
  daysLeft: englishDays,
  status: 'Status:',
  caseNumber: 'Case no.',
  permitNumber: 'Permit number:',
  noText: 'The authority has written nothing more about this.',
  openSolution: 'Go to the solution',
  renew: 'Renew',
  readMore: 'Read more',
  toCalendar: 'Add to calendar',
  allToCalendar: 'Add all to calendar',
  gone: 'The authority has removed it since you opened the page. You need not do anything more.',
  dismiss: 'Remove',
  dismissing: 'Removing …',
  dismissNotice: (title) => `Remove the notice ${title}`,
  dismissed: (title) => `The notice ${title} has been removed.`,
  dismissFailed: (title) => `The notice ${title} was not removed`,
  showing: (from, to, total) => `Showing ${from}–${to} of ${total}`,
  previousPage: 'Previous',
  nextPage: 'Next',
  pagesOf: (section) => `Pages: ${section}`,
  emptyText: 'When an authority needs something from the company, it will be shown here.',
  leftOut: (count, types) => {
    const [one, many] = onlyDeadlines(types) ? ['deadline', 'deadlines'] : ['item', 'items'];
    return `${count} ${count === 1 ? one : many} could not be shown`;
  },
  leftOutText:
    'The information from the authority lacks something. Try again, or log in to Virk to see everything.',
  incomplete: 'The list is not complete',
  incompleteText: 'Part of the list could not be fetched. Try again to see everything.',
  refreshFailed: 'The list may not be up to date',
  refreshed: (count) =>
    count === 1 ? 'The list is updated. 1 is new.' : `The list is updated. ${count} are new.`,
};

/** The texts in both languages. */
export const deadlineListMessages: Catalogue<DeadlineListMessages> = { da, en };
