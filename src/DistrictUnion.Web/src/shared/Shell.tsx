import { GlobalOutlined, MenuOutlined, SwapOutlined, UserOutlined } from '@ant-design/icons';
import { useIsFetching } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Dropdown, Grid, Layout, Menu, type MenuProps } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { PostView, Role } from '../api/schema';
import { SignInDialog } from '../features/accounts/SignInPage';
import { Bell } from '../features/messages/Bell';
import { FirstSteps } from './FirstSteps';
import { may, useRole, useSession } from './session';
import { useAppearance, type Appearance } from './theme';
import { useLanguage, useWords } from './words';
import type { Words } from './words/zh-CN';

interface Entry {
  key: string;
  label: string;
}

/** Where a role can go. */
function entriesOf(role: Role | null, words: Words): Entry[] {
  if (may.judge(role)) return [{ key: '/', label: words.judging.nav }];
  if (role === 'careKeeper') return [{ key: '/care', label: words.care.nav }, { key: '/obligations', label: words.obligations.ownNav }];
  const all: (Entry | false)[] = [
    { key: '/', label: words.nav.home },
    { key: '/rounds', label: words.nav.rounds },
    { key: '/obligations', label: may.ofSchool(role) ? words.obligations.ownNav : words.obligations.nav },
    { key: '/plan', label: words.plan.nav },
    { key: '/activities', label: words.activities.nav },
    { key: '/congresses', label: words.congresses.nav },
    { key: '/disclosures', label: words.disclosures.nav },
    may.keepCare(role) && { key: '/care', label: words.care.nav },
    may.seeCareCounts(role) && { key: '/care/overview', label: words.care.overviewNav },
    may.seeTitles(role) && { key: '/title-programmes', label: words.titlesDistrict.nav },
    may.seeTitles(role) && { key: '/titles', label: words.titlesDistrict.register },
    may.seeLab(role) && { key: '/lab', label: words.lab.nav },
    may.seeOwnApplications(role) && { key: '/applications', label: words.titlesSchool.nav },
    role !== 'branchLead' && { key: '/schemes', label: words.nav.schemes },
    role !== 'branchLead' && { key: '/organisation', label: words.nav.organisation },
    { key: '/calendar', label: words.calendar.nav },
    may.readUsers(role) && { key: '/users', label: words.nav.users },
    may.manageUsers(role) && { key: '/api-keys', label: words.nav.keys },
    may.operate(role) && { key: '/webhooks', label: words.webhooks.nav },
    may.operate(role) && { key: '/deliveries', label: words.messages.deliveries.title },
    may.manageRounds(role) && { key: '/jobs', label: words.nav.jobs },
  ];
  return role === null ? [{ key: '/', label: words.nav.home }] : all.filter((e): e is Entry => e !== false);
}

const describe = (post: PostView, words: Words) => [words.roles[post.role], post.scopeName].filter(Boolean).join(' · ');

/** Frame of every page: who, where, navigation by the post in use. */
export function Shell({ children }: { children: ReactNode }) {
  const words = useWords();
  const role = useRole();
  const { user } = useSession();
  const { isDark } = useAppearance();
  const isWide = Grid.useBreakpoint().lg ?? true;
  const [isMenuOpen, setMenuOpen] = useState(false);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const entries = useMemo(() => entriesOf(role, words), [role, words]);
  const selected = [...entries].reverse().find((e) => e.key === '/' ? pathname === '/' : pathname.startsWith(e.key))?.key ?? '';
  useEffect(() => setMenuOpen(false), [pathname]);

  const menu = (
    <nav aria-label={words.nav.home}>
      <Menu mode="inline" selectedKeys={[selected]} style={{ borderInlineEnd: 0 }} items={entries.map((e) => ({ key: e.key, label: <Link to={e.key}>{e.label}</Link> }))} />
    </nav>
  );
  const post = user?.activePost;
  const unit = post?.schoolName ?? (post?.role === 'zoneLead' ? post.scopeName : null);
  return (
    <Layout style={{ minHeight: '100%' }}>
      <a className="skip" href="#content">{words.common.skip}</a>
      <Layout.Header style={{ display: 'flex', alignItems: 'center', gap: 12, paddingInline: isWide ? 20 : 12, height: 56, lineHeight: 'normal', borderBottom: '3px solid #c8432f' }}>
        {!isWide && <Button type="text" aria-label={words.common.more} icon={<MenuOutlined style={{ color: '#fff' }} />} onClick={() => setMenuOpen(true)} />}
        <Link to="/" className="brand" style={{ color: '#fff' }}>
          <img src="/icon.svg" alt={isWide ? '' : words.short} />
          {isWide && words.product}
        </Link>
        <span className="who">
          {unit && <small>{user?.districtName}</small>}
          {unit ?? user?.districtName}
        </span>
        <Bell />
        <Preferences />
        <Account onSwitched={() => navigate('/')} onSettings={() => navigate('/account/messages')} />
      </Layout.Header>
      <Layout>
        {isWide && <Layout.Sider width={192} theme={isDark ? 'dark' : 'light'} style={{ borderInlineEnd: '1px solid rgba(128,140,150,.2)', paddingTop: 8 }}>{menu}</Layout.Sider>}
        <Drawer placement="left" size={248} open={!isWide && isMenuOpen} onClose={() => setMenuOpen(false)} title={words.short} styles={{ body: { padding: 0 } }}>{menu}</Drawer>
        <Content>
          <OfflineBanner />
          {role === null ? <Alert type="info" showIcon title={words.session.noPost} /> : children}
        </Content>
      </Layout>
      <SignInDialog />
      {role && <FirstSteps key={role} />}
    </Layout>
  );
}

/** The page itself, busy until everything that it shows has come once. */
function Content({ children }: { children: ReactNode }) {
  const isBusy = useIsFetching({ predicate: (query) => query.state.status === 'pending' }) > 0;
  return (
    <Layout.Content id="content" role="main" tabIndex={-1} aria-busy={isBusy} style={{ padding: 16, minWidth: 0, outline: 'none', position: 'relative' }}>
      {children}
    </Layout.Content>
  );
}

/** Tells that the network is away; drafts stay. */
function OfflineBanner() {
  const words = useWords();
  const [isOffline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const update = () => setOffline(!navigator.onLine);
    addEventListener('online', update);
    addEventListener('offline', update);
    return () => {
      removeEventListener('online', update);
      removeEventListener('offline', update);
    };
  }, []);
  return isOffline ? <Alert type="warning" showIcon banner title={words.common.offline} style={{ marginBottom: 12 }} /> : null;
}

function Preferences() {
  const words = useWords();
  const { language, setLanguage } = useLanguage();
  const { appearance, setAppearance } = useAppearance();
  const items: MenuProps['items'] = [
    {
      key: 'language', type: 'group', label: words.session.language,
      children: [{ key: 'zh-CN', label: '中文' }, { key: 'en', label: 'English' }],
    },
    {
      key: 'appearance', type: 'group', label: words.session.theme,
      children: (['light', 'dark', 'system'] as const).map((key) => ({ key, label: words.session[key] })),
    },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items, selectable: true, selectedKeys: [language, appearance],
        onClick: ({ key }) => (key === 'en' || key === 'zh-CN' ? setLanguage(key) : setAppearance(key as Appearance)),
      }}
    >
      <Button type="text" aria-label={`${words.session.language} / ${words.session.theme}`} icon={<GlobalOutlined style={{ color: '#fff' }} />} />
    </Dropdown>
  );
}

function Account({ onSwitched, onSettings }: { onSwitched: () => void; onSettings: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const { user, signOut, switchPost } = useSession();
  const isWide = Grid.useBreakpoint().md ?? true;
  const today = new Date().toISOString().slice(0, 10);
  const held = (user?.posts ?? []).filter((p) => p.from <= today && (!p.to || p.to > today));
  const active = user?.activePost;
  const keyOf = (post: PostView) => JSON.stringify([post.role, post.scope]);
  const items: MenuProps['items'] = [
    { key: 'name', type: 'group', label: `${user?.displayName}（${user?.userName}）` },
    ...(held.length > 1
      ? [{ key: 'posts', type: 'group' as const, label: words.session.switchPost, children: held.map((p) => ({ key: keyOf(p), label: describe(p, words), icon: <SwapOutlined /> })) }]
      : []),
    { type: 'divider' },
    { key: 'messages', label: words.messages.settings },
    { key: 'out', label: words.session.signOut },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items, selectable: true, selectedKeys: active ? [keyOf(active)] : [],
        onClick: async ({ key }) => {
          if (key === 'messages') {
            onSettings();
            return;
          }
          try {
            if (key === 'out') await signOut();
            else {
              const post = held.find((p) => keyOf(p) === key);
              if (post) await switchPost(post);
            }
            onSwitched();
          } catch (error) {
            message.error((error as Error).message);
          }
        },
      }}
    >
      <Button type="text" style={{ color: '#fff', maxWidth: 220 }} icon={<UserOutlined />} aria-label={isWide ? undefined : words.session.switchPost}>
        {isWide && <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{active ? describe(active, words) : user?.displayName}</span>}
      </Button>
    </Dropdown>
  );
}
