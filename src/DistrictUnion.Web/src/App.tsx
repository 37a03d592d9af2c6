import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { lazy, Suspense, type ReactNode } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { Loading } from './shared/Loading';
import { Problem } from './api/problem';
import { SignInPage } from './features/accounts/SignInPage';
import { ErrorBoundary, MissingPage } from './shared/ErrorPages';
import { may, SessionProvider, useRole, useSession } from './shared/session';
import { Shell } from './shared/Shell';
import { AppearanceProvider, themeOf, useAppearance } from './shared/theme';
import { useLanguage, WordsProvider } from './shared/words';

const HomePage = lazy(() => import('./features/home/HomePage'));
const RoundsPage = lazy(() => import('./features/rounds/RoundsPage'));
const BoardPage = lazy(() => import('./features/rounds/BoardPage'));
const EvaluationPage = lazy(() => import('./features/evaluations/EvaluationPage'));
const ReportsPage = lazy(() => import('./features/reports/ReportsPage'));
const ReportPage = lazy(() => import('./features/reports/ReportPage'));
const ReviewPage = lazy(() => import('./features/reviews/ReviewPage'));
const RankingPage = lazy(() => import('./features/results/RankingPage'));
const ScorecardPage = lazy(() => import('./features/results/ScorecardPage'));
const PaperPage = lazy(() => import('./features/papers/PaperPage'));
const ComparePage = lazy(() => import('./features/results/ComparePage'));
const SchemesPage = lazy(() => import('./features/schemes/SchemesPage'));
const SchemeEditor = lazy(() => import('./features/schemes/SchemeEditor'));
const SchemePage = lazy(() => import('./features/schemes/SchemePage'));
const OrganisationPage = lazy(() => import('./features/organisation/OrganisationPage'));
const UsersPage = lazy(() => import('./features/accounts/UsersPage'));
const ApiKeysPage = lazy(() => import('./features/accounts/ApiKeysPage'));
const InvitationPage = lazy(() => import('./features/accounts/InvitationPage'));
const PanelsPage = lazy(() => import('./features/panels/PanelsPage'));
const PanelPage = lazy(() => import('./features/panels/PanelPage'));
const SheetPage = lazy(() => import('./features/panels/SheetPage'));
const VisitsPage = lazy(() => import('./features/visits/VisitsPage'));
const VisitPage = lazy(() => import('./features/visits/VisitPage'));
const VotesPage = lazy(() => import('./features/votes/VotesPage'));
const BallotPage = lazy(() => import('./features/votes/BallotPage'));
const ReceiptPage = lazy(() => import('./features/votes/ReceiptPage'));
const ProgrammesPage = lazy(() => import('./features/titles/district/ProgrammesPage'));
const ProgrammePage = lazy(() => import('./features/titles/district/ProgrammePage'));
const CampaignPage = lazy(() => import('./features/titles/district/CampaignPage'));
const RegisterPage = lazy(() => import('./features/titles/district/RegisterPage'));
const TitlePage = lazy(() => import('./features/titles/district/TitlePage'));
const LabPage = lazy(() => import('./features/lab/LabPage'));
const NewLabPage = lazy(() => import('./features/lab/NewLabPage'));
const LabRunPage = lazy(() => import('./features/lab/LabRunPage'));
const ObligationsPage = lazy(() => import('./features/obligations/ObligationsPage'));
const TemplatesPage = lazy(() => import('./features/obligations/TemplatesPage'));
const CongressesPage = lazy(() => import('./features/congresses/CongressesPage'));
const CongressPage = lazy(() => import('./features/congresses/CongressPage'));
const DisclosuresPage = lazy(() => import('./features/congresses/DisclosuresPage'));
const ActivitiesPage = lazy(() => import('./features/activities/ActivitiesPage'));
const CarePage = lazy(() => import('./features/care/CarePage'));
const CareOverviewPage = lazy(() => import('./features/care/CareOverviewPage'));
const PlanPage = lazy(() => import('./features/plan/PlanPage'));
const CalendarPage = lazy(() => import('./features/calendar/CalendarPage'));
const InboxPage = lazy(() => import('./features/messages/InboxPage'));
const PreferencesPage = lazy(() => import('./features/messages/PreferencesPage'));
const DeliveriesPage = lazy(() => import('./features/messages/DeliveriesPage'));
const WebhooksPage = lazy(() => import('./features/webhooks/WebhooksPage'));
const WebhookPage = lazy(() => import('./features/webhooks/WebhookPage'));
const JobsPage = lazy(() => import('./features/jobs/JobsPage'));
const ApplicationsPage = lazy(() => import('./features/titles/school/ApplicationsPage'));
const ApplicationPage = lazy(() => import('./features/titles/school/ApplicationPage'));
const CertificatePage = lazy(() => import('./features/titles/school/CertificatePage'));
const PublicPages = lazy(() => import('./features/titles/public/PublicPages'));

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 500),
    },
  },
});

/** The whole application. */
export function App() {
  return (
    <WordsProvider>
      <AppearanceProvider>
        <Themed>
          <QueryClientProvider client={queries}>
            <BrowserRouter>
              <ErrorBoundary><Entrance /></ErrorBoundary>
            </BrowserRouter>
          </QueryClientProvider>
        </Themed>
      </AppearanceProvider>
    </WordsProvider>
  );
}

function Themed({ children }: { children: ReactNode }) {
  const { isDark } = useAppearance();
  const { language } = useLanguage();
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  return (
    <ConfigProvider theme={themeOf(isDark)} locale={language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <AntApp style={{ minHeight: '100%', height: '100%' }}>{children}</AntApp>
    </ConfigProvider>
  );
}

/** The pages of a voter and of the public ask for no session, so that no request of theirs says who it is. */
function Entrance() {
  const { pathname } = useLocation();
  if (pathname === '/ballot') return <Suspense><BallotPage /></Suspense>;
  if (pathname === '/receipt') return <Suspense><ReceiptPage /></Suspense>;
  if (pathname.startsWith('/public/')) return <Suspense><PublicPages /></Suspense>;
  return <SessionProvider><Pages /></SessionProvider>;
}

function Pages() {
  const { user, isLoading } = useSession();
  const role = useRole();
  const { pathname } = useLocation();
  if (pathname === '/invitation') return <Suspense><InvitationPage /></Suspense>;
  if (isLoading) return <main className="signin"><Loading large /></main>;
  if (!user) return <SignInPage />;
  const only = (allowed: boolean, page: ReactNode) => (allowed ? page : <MissingPage />);
  return (
    <Shell>
      <Suspense fallback={<Loading apart={64} />}>
        <Routes>
          <Route path="/" element={<HomePage />} />
          <Route path="/sign-in" element={<Navigate to="/" replace />} />
          <Route path="/rounds" element={only(may.read(role), <RoundsPage />)} />
          <Route path="/rounds/:round/board" element={only(may.seeProgress(role), <BoardPage />)} />
          <Route path="/rounds/:round/review" element={only(may.review(role), <ReviewPage />)} />
          <Route path="/rounds/:round/review/:school" element={only(may.review(role), <ReviewPage />)} />
          <Route path="/rounds/:round/panels" element={only(may.seeDistrict(role), <PanelsPage />)} />
          <Route path="/rounds/:round/panels/:panel" element={only(may.seeDistrict(role), <PanelPage />)} />
          <Route path="/judging/:round/:panel/:school" element={only(may.judge(role), <SheetPage />)} />
          <Route path="/rounds/:round/visits" element={only(may.readVisits(role), <VisitsPage />)} />
          <Route path="/rounds/:round/schools/:school/visits/:visit" element={only(may.readVisits(role), <VisitPage />)} />
          <Route path="/rounds/:round/ranking" element={only(may.seeResults(role), <RankingPage />)} />
          <Route path="/rounds/:round/compare" element={only(may.seeProgress(role), <ComparePage />)} />
          <Route path="/rounds/:round/schools/:school/evaluation" element={only(may.seeResults(role), <EvaluationPage />)} />
          <Route path="/rounds/:round/schools/:school/papers/:kind" element={only(may.seeResults(role), <PaperPage />)} />
          <Route path="/rounds/:round/schools/:school/scorecard" element={only(may.seeResults(role), <ScorecardPage />)} />
          <Route path="/rounds/:round/schools/:school/reports" element={only(may.read(role), <ReportsPage />)} />
          <Route path="/rounds/:round/schools/:school/branches/:branch/report" element={only(may.read(role), <ReportPage />)} />
          <Route path="/rounds/:round/schools/:school/votes" element={only(may.seeResults(role), <VotesPage />)} />
          <Route path="/applications" element={only(may.seeOwnApplications(role), <ApplicationsPage />)} />
          <Route path="/applications/:programme/:application" element={only(may.seeOwnApplications(role), <ApplicationPage />)} />
          <Route path="/titles/:number/certificate" element={only(may.readTitles(role), <CertificatePage />)} />
          <Route path="/schemes" element={only(may.read(role), <SchemesPage />)} />
          <Route path="/schemes/new" element={only(may.manageRounds(role), <SchemeEditor />)} />
          <Route path="/schemes/:scheme/:version" element={only(may.read(role), <SchemePage />)} />
          <Route path="/schemes/:scheme/:version/edit" element={only(may.manageRounds(role), <SchemeEditor />)} />
          <Route path="/organisation" element={only(may.read(role), <OrganisationPage />)} />
          <Route path="/users" element={only(may.readUsers(role), <UsersPage />)} />
          <Route path="/api-keys" element={only(may.manageUsers(role), <ApiKeysPage />)} />
          <Route path="/inbox" element={<InboxPage />} />
          <Route path="/account/messages" element={<PreferencesPage />} />
          <Route path="/deliveries" element={only(may.operate(role), <DeliveriesPage />)} />
          <Route path="/webhooks" element={only(may.operate(role), <WebhooksPage />)} />
          <Route path="/webhooks/:webhook" element={only(may.operate(role), <WebhookPage />)} />
          <Route path="/jobs" element={only(may.manageRounds(role), <JobsPage />)} />
          <Route path="/title-programmes" element={only(may.seeTitles(role), <ProgrammesPage />)} />
          <Route path="/title-programmes/new" element={only(may.manageRounds(role), <ProgrammePage />)} />
          <Route path="/title-programmes/:programme/edit" element={only(may.seeTitles(role), <ProgrammePage />)} />
          <Route path="/title-programmes/:programme/campaigns/:campaign" element={only(may.seeTitles(role), <CampaignPage />)} />
          <Route path="/titles" element={only(may.seeTitles(role), <RegisterPage />)} />
          <Route path="/titles/:title" element={only(may.seeTitles(role), <TitlePage />)} />
          <Route path="/obligations" element={only(may.read(role) || may.keepCare(role), <ObligationsPage />)} />
          <Route path="/care" element={only(may.keepCare(role), <CarePage />)} />
          <Route path="/care/overview" element={only(may.seeCareCounts(role), <CareOverviewPage />)} />
          <Route path="/obligation-templates" element={only(may.read(role), <TemplatesPage />)} />
          <Route path="/activities" element={only(may.read(role), <ActivitiesPage />)} />
          <Route path="/congresses" element={only(may.read(role), <CongressesPage />)} />
          <Route path="/congresses/:congress" element={only(may.ofSchool(role), <CongressPage />)} />
          <Route path="/disclosures" element={only(may.read(role), <DisclosuresPage />)} />
          <Route path="/plan" element={only(may.read(role), <PlanPage />)} />
          <Route path="/calendar" element={only(may.read(role), <CalendarPage />)} />
          <Route path="/lab" element={only(may.seeLab(role), <LabPage />)} />
          <Route path="/lab/new" element={only(may.manageRounds(role), <NewLabPage />)} />
          <Route path="/lab/:run" element={only(may.seeLab(role), <LabRunPage />)} />
          <Route path="*" element={<MissingPage />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
