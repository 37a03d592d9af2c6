import type { Words } from './zh-CN';

/** Words of the pages in English. */
export const en: Words = {
  product: 'District education union assessment',
  short: 'Education union',
  common: {
    save: 'Save', cancel: 'Cancel', confirm: 'OK', retry: 'Try again', back: 'Back', close: 'Close', search: 'Search', all: 'All', reason: 'Reason', reasonHint: 'The other side will read it',
    loading: 'Loading…', empty: 'Nothing here', total: (n) => `${n} in all`, schools: (n) => `${n} schools`, points: 'points', optional: 'optional',
    showTable: 'Show as table', showChart: 'Show as chart', skip: 'Skip to content', yes: 'Yes', no: 'No', offline: 'You are offline. What you typed stays on this page and is saved once you are back.', none: 'None', select: 'Choose',
    copied: 'Copied', copyList: 'Copy list', export: 'Export', print: 'Print', more: 'More',
  },
  session: {
    signIn: 'Sign in', signOut: 'Sign out', userName: 'User name', password: 'Password', needUserName: 'Enter your user name', needPassword: 'Enter your password', wrong: 'Wrong user name or password, or the account is locked.',
    ended: 'Your session has ended', endedHint: 'Sign in again; what you typed on this page is kept.', switchPost: 'Switch post', noPost: 'You hold no post at present. Ask the district’s administrator.', welcome: 'Welcome', language: 'Language', theme: 'Appearance',
    light: 'Light', dark: 'Dark', system: 'As the system',
  },
  errors: {
    notFound: 'This page can’t be found', notFoundHint: 'It doesn’t exist, or it isn’t yours to see.', broken: 'Something broke on this page', brokenHint: 'Reload and try again. If it stays, tell the administrator the number below.', home: 'Go home', trace: 'Number',
    stale: 'Somebody else changed it', staleHint: 'Reload, look at the latest, then decide.', failed: 'It didn’t work', reload: 'Reload',
  },
  nav: {
    home: 'Home', rounds: 'Rounds', schemes: 'Schemes', organisation: 'Organisation', users: 'People and posts', keys: 'API keys', jobs: 'Jobs', ranking: 'Ranking', review: 'Reviews', myEvaluation: 'Self-evaluation',
    myReports: 'Branch reports', board: 'Progress', results: 'Results', admin: 'Administration',
  },
  roles: {
    districtAdmin: 'District administrator', districtOfficer: 'District officer', zoneLead: 'Zone lead', schoolChair: 'School chair', schoolClerk: 'School clerk', branchLead: 'Branch lead', auditor: 'Auditor',
  },
  roundState: { planned: 'Planned', open: 'Open', closed: 'Closed', published: 'Published' },
  evaluationState: { draft: 'Not handed in', submitted: 'Handed in', zoneReviewed: 'Reviewed by zone', districtReviewed: 'Reviewed by district', locked: 'Locked', published: 'Published' },
  reportState: { none: 'Empty', draft: 'Draft', submitted: 'Handed in', accepted: 'Accepted', returned: 'Returned' },
  completeness: { missing: 'Missing', returned: 'Returned', onTime: 'On time', late: 'Late' },
  outcome: { notSubmitted: 'Not submitted', disqualified: 'Disqualified', forfeited: 'Forfeited', notQualified: 'Not qualified', qualified: 'Qualified' },
  stage: { kindergarten: 'Kindergarten', primary: 'Primary', junior: 'Junior', senior: 'Senior', nineYear: 'Nine-year', vocational: 'Vocational', special: 'Special' },
  branchKind: { unionGroup: 'Union group', gradeGroup: 'Grade group', subjectGroup: 'Subject group', centre: 'Centre' },
  flags: {
    missing: 'missing', notTriggered: 'not triggered: full marks', notApplicable: 'not applicable', voteTooSmall: 'too few votes to show', voteVoid: 'vote void', rateCapped: 'rate capped', clamped: 'clamped to the maximum',
    bonusCapped: 'bonus capped', panelTooSmall: 'panel too small', rescaled: 'rescaled to what applies',
  },
  options: { very: 'very satisfied', satisfied: 'satisfied', mostly: 'mostly satisfied', basically: 'fairly', not: 'not satisfied', dissatisfied: 'dissatisfied', yes: 'yes', no: 'no', abstain: 'abstain' },
  ballots: { eligible: 'Eligible', returned: 'Returned', invalid: 'Invalid' },
  factType: { boolean: 'yes or no', integer: 'whole number', decimal: 'number', scores: 'judges’ scores', ballots: 'ballots', awards: 'awards' },
  factLevel: { branch: 'branch', school: 'school', district: 'district' },
  rollup: { sum: 'sum', mean: 'mean', weightedMean: 'weighted mean', min: 'minimum', max: 'maximum', any: 'any', all: 'all', concat: 'together' },
  deadline: {
    onTimeUntil: (at) => `On time until ${at}`, lateUntil: (at) => `Late, with a deduction, until ${at}`, lateNow: (at) => `Due since ${at}: it will be late`, locked: (at) => `Locked since ${at}`,
    noLock: 'Afterwards it counts as late, with a deduction', left: (text) => `${text} left`, over: (text) => `${text} overdue`, days: (n) => `${n} d`, hours: (n) => `${n} h`, minutes: (n) => `${n} min`, extended: 'extended',
  },
  home: {
    progress: 'Progress', expected: 'Expected', submitted: 'Handed in', missing: 'Missing', late: 'Late', toReview: 'To review', due: 'Due', zones: 'By zone', schools: 'By school', distribution: 'Totals', trend: 'Means over time',
    movers: 'Movers', rising: 'Rising most', falling: 'Falling most', openWork: 'Open work by person', noRound: 'No round is open', noRoundHint: 'Import and publish a scheme, then plan a round and open it.', newRound: 'New round', mean: 'Mean of those handed in', coverage: 'Coverage',
    chooseRound: 'Choose a round', person: 'Name', evaluationDue: 'Evaluation due', reportsDue: 'Reports due', reportsToDecide: 'Reports to decide', change: 'Change', before: 'Before', zone: 'Zone', school: 'School', state: 'State', band: 'Band', count: 'Schools', noMovers: 'No earlier round to compare with',
    myWork: 'My work', noWork: 'Nothing waits for you', noWorkHint: 'Once the district opens a round, it appears here.', fill: 'Fill in', view: 'View', review: 'Review', returned: 'Returned', enterFor: 'Enter',
  },
  rounds: {
    title: 'Rounds', code: 'Code', name: 'Name', scheme: 'Scheme', window: 'Window', dueAt: 'Due', closesAt: 'Locks at', dueShift: 'On a day off', state: 'State', create: 'New round', open: 'Open', close: 'Close', publish: 'Publish', reopen: 'Reopen',
    shift: { none: 'Stays', nextWorkingDay: 'Next working day', previousWorkingDay: 'Previous working day' }, scope: 'Who takes part', stages: 'Stages', zones: 'Zones', ownership: 'Ownership', include: 'Also include', exclude: 'Exclude',
    public: 'Public', private: 'Private', kind: 'Purpose', annual: 'Annual', application: 'Application', openConfirm: 'The scheme version and the schools are fixed from then on, and schools can report.', closeConfirm: 'Neither schools nor zones can change anything afterwards.', reopenReason: 'Why it is reopened',
    created: 'Saved', codeWrong: 'Only lower-case letters, digits and hyphens', codeHint: 'Lower-case letters, digits and hyphens, such as 2026-autumn', lateRule: 'Late hand-in is possible until the lock', visibility: 'What schools see', ownCard: 'Their own card', top: 'The first ranks', grades: 'Grades', full: 'The whole ranking', topN: 'How many ranks',
    publishConfirm: 'Results are frozen and shown to schools as chosen.', none: 'No rounds yet', noneHint: 'Plan one: scheme, window, due date.', boardTitle: 'Progress', reviewState: 'Review', actions: 'Actions', bulkAccept: 'Accept', bulkReturn: 'Return', selected: (n) => `${n} chosen`,
    returnReason: 'Why it is returned', returnDone: (n) => `${n} returned`, acceptDone: (n) => `${n} accepted`, rejected: (n) => `${n} left as they were`, extension: 'Extension', reports: 'Branches', received: 'Received', daysLate: (n) => `${n} days late`,
    extendTo: 'Extend to', extendDone: 'Extended', version: 'Version', lateCopy: (round, names) => `[${round}] Not handed in yet: ${names}. Please sign in and submit soon.`,
  },
  evaluation: {
    title: 'Self-evaluation', selfScore: 'Own score', max: 'Max', facts: 'Data', comment: 'Comment', claim: 'Claimed points', notApplicable: 'Doesn’t apply', saved: 'Saved', saving: 'Saving…', unsaved: 'Not saved yet', conflict: 'Changed by others', offline: 'Offline, to be saved',
    missing: 'Missing', missingList: (n) => `${n} leaves lack data`, missingNone: 'No data is missing', submit: 'Submit', withdraw: 'Withdraw', submitTitle: 'Submit?', submitHint: 'The zone and the district will see it; you can withdraw it until it is reviewed.', total: 'Own total', fromBranches: 'From branch reports', fromImport: 'Imported',
    source: 'Source', ownFacts: 'Entered here', returned: 'Returned', submitted: 'Handed in', received: 'Received', lateDays: (n) => `${n} days late`, theirs: 'Latest', mine: 'Mine', keepMine: 'Keep mine', takeTheirs: 'Take the latest', readOnly: 'It can’t be changed in this state', section: 'Item', expandMissing: 'Missing only',
    withdrawn: 'Withdrawn', handedIn: 'Handed in', rule: 'Rule', reviewed: 'Reviewed', final: 'Final', reasons: 'Reviewers’ reasons', card: 'Scorecard', feedback: 'Feedback sheet', notYet: 'Shown once published', note: 'Note', onBehalf: 'Entered by the district because',
  },
  report: {
    title: 'Branch report', submit: 'Submit', accept: 'Accept', return: 'Return', events: 'Activities', addEvent: 'Add an activity', date: 'Date', value: 'Amount', event: 'Name', fact: 'Item', branch: 'Branch', kind: 'Kind', accepted: 'Accepted', returned: 'Returned', submitted: 'Handed in', saved: 'Saved',
    none: 'No branches', noneHint: 'The school’s chair adds branches first.', submitDone: 'Handed in, thank you', noFacts: 'This scheme asks nothing of branches', remove: 'Remove', code: 'Number',
  },
  review: {
    title: 'Reviews', next: 'Next to review', previous: 'Previous', self: 'Own', zone: 'Zone', district: 'District', final: 'Final', reason: 'Reason', score: 'Score', save: 'Save review', saved: 'Review saved', needReason: 'Give a reason for the change', unreviewed: 'To review', all: 'All', keys: 'Keys: ↑↓ leaf, Enter edit, Ctrl+S save, Ctrl+→ next school',
    districtFacts: 'District data', explanation: 'How it came about', none: 'Nothing to review', noneHint: 'Schools appear here once they have handed in.', returnOne: 'Return', ownSchool: 'Nobody reviews the own school', notSubmitted: 'Not handed in', changed: (n) => `${n} changes not saved`,
  },
  results: {
    ranking: 'Ranking', rank: 'Rank', school: 'School', zone: 'Zone', total: 'Total', grade: 'Grade', outcome: 'Outcome', ties: 'Tie', compare: 'Compare', scorecard: 'Scorecard', group: 'Group', allGroups: 'All', explain: 'Explanation', base: 'Base', bonus: 'Bonus', late: 'Late', node: 'Indicator', max: 'Max', versions: 'Publications',
    live: 'Live', frozen: (n, at) => `Publication ${n} (${at})`, chooseSchools: 'Choose 2 to 10 schools', summary: 'Means', mean: 'Mean of all', submittedMean: 'Mean of those handed in', weighted: 'Weighted by members', coverage: 'Coverage', notRanked: 'not ranked', notPublished: 'Not published yet', facts: 'Data', arithmetic: 'Arithmetic', changes: 'Reviewers’ changes', route: { report: 'branch report', evaluation: 'school', import: 'imported', review: 'reviewer' },
    tiedWith: (n) => `${n} share it`, signature: 'Signature', seal: 'Seal', districtUnion: 'District union', schoolUnion: 'School union', date: 'Date',
  },
  schemes: { title: 'Schemes', code: 'Code', name: 'Name', published: 'Published', draft: 'Draft', latest: 'Latest', import: 'Import', importHint: 'A .yaml or .json file', problems: 'To be mended', warnings: 'Worth a look', publish: 'Publish', exported: 'Export YAML', none: 'No schemes yet', noneHint: 'Begin by importing a scheme file.', sections: 'Indicators', facts: 'Data items', version: 'Version', state: { draft: 'Draft', published: 'Published', retired: 'Retired' }, max: 'Max', rule: 'Rule', try: 'Try it', tryHint: 'Enter pretended data and see the points; nothing is stored', run: 'Try', result: 'Result', published_: 'Published', imported: 'Imported as draft' },
  organisation: { title: 'Organisation', zones: 'Zones', schools: 'Schools', branches: 'Branches', members: 'Members', stage: 'Stage', ownership: 'Ownership', setting: 'Setting', urban: 'Urban', rural: 'Rural', from: 'From', to: 'To', edit: 'Edit', addSchool: 'New school', addBranch: 'New branch', addZone: 'New zone', import: 'Import', kind: 'Kind', code: 'Code', name: 'Name', dryRun: 'Check', apply: 'Import', importHint: 'A .csv file with column names in its first row', rows: (c, u, n, r) => `${c} new, ${u} changed, ${n} unchanged, ${r} rejected` },
  users: { title: 'People and posts', posts: 'Posts', add: 'New person', edit: 'Edit', displayName: 'Name', role: 'Role', scope: 'Scope', password: 'First password', passwordHint: 'At least 10 characters; leave empty to keep, or let the person choose by a link', invite: 'Invitation link', inviteHint: 'Send it to the person: it works once within seven days and lets them choose a password.', copy: 'Copy link', addPost: 'Add a post' },
  keys: {
    title: 'API keys', name: 'Purpose', scopes: 'Scopes', scope: { 'facts:write': 'write facts', 'scores:read': 'read scores', 'rankings:read': 'read rankings' }, expiresAt: 'Expires', lastUsed: 'Last used', networks: 'Accepted from', networksHint: 'One address or network a line; empty: anywhere',
    make: 'New key', rotate: 'Rotate', revoke: 'Revoke', revokeConfirm: 'It stops working at once and for good.', rotateConfirm: 'A new key is made; the old one works one more day.', once: 'Copy it now: the key is shown only this once.', ended: 'Ended', never: 'never', none: 'No keys yet', noneHint: 'Make one for each system that connects, with the scopes and the time it needs.', copy: 'Copy key', state: 'State', active: 'Active',
  },
  invitation: { title: 'Choose a password', welcome: (name, district) => `${name}, welcome to ${district}. Choose your password.`, userName: 'User name', password: 'New password', again: 'Once more', mismatch: 'The two differ', short: 'At least 10 characters', done: 'The password is set; sign in now', submit: 'OK' },
  tour: {
    title: (n, all) => `First steps ${n}/${all}`,
    districtAdmin: ['Home shows how far zones and schools are; a school opens with the reason for every point.', 'Here you import schemes, plan and open rounds, and keep schools and people.', 'Post, language and appearance change up here.'],
    districtOfficer: ['Home shows how far zones and schools are; a school opens with the reason for every point.', 'Rounds lead to the board, the reviews and the ranking.', 'Post, language and appearance change up here.'],
    zoneLead: ['Home shows how far the schools of your zone are.', 'Rounds lead to the reviews, which the keyboard alone can do.', 'Post, language and appearance change up here.'],
    schoolChair: ['Here is what your school owes, and until when.', 'What you type is saved by itself; after submitting you can withdraw until it is reviewed.', 'Post, language and appearance change up here.'],
    schoolClerk: ['Here is what your school owes, and until when.', 'What you type is saved by itself; the chair submits it.', 'Post, language and appearance change up here.'],
    branchLead: ['Here is what your branch reports; it takes minutes on a phone.', 'What you type is saved by itself; submit when it is complete.', 'Add the page to your home screen from the browser’s menu.'],
    auditor: ['Home shows how far the district is.', 'Schemes, rounds, rankings and explanations are yours to read.', 'Post, language and appearance change up here.'],
  },
  jobs: { title: 'Jobs', kind: 'Job', state: { queued: 'Queued', running: 'Running', succeeded: 'Done', failed: 'Failed', cancelled: 'Cancelled' }, progress: 'Progress', queuedAt: 'Began', endedAt: 'Ended', cancel: 'Cancel', kinds: { 'rollup.full': 'Full roll-up' }, run: 'Verify by roll-up', differences: (n) => (n === 0 ? 'Same as the live results' : `${n} differed and were put right`), none: 'No jobs yet' },
};
