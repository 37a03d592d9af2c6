import { DownOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Input, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { get } from '../../api/client';
import type { BranchView, SchoolStage, SchoolView } from '../../api/schema';
import { ImportDialog } from '../../shared/files';
import { Loaded, Page, Panel } from '../../shared/Page';
import { may, useRole, useSession } from '../../shared/session';
import { day } from '../../shared/time';
import { useWords } from '../../shared/words';
import { BranchDialog, SchoolDialog, ZoneDialog } from './OrganisationDialogs';
import { CommunitiesDrawer } from './Communities';
import { communityOn, useCommunities, useZones } from './queries';

const pageSize = 50;

/** Zones, schools and their branches, with dated moves and imports. */
export default function OrganisationPage() {
  const words = useWords();
  const role = useRole();
  const ownSchool = useSession().user?.activePost?.scope.school;
  const [page, setPage] = useState(1);
  const [search, setSearch] = useState('');
  const [zone, setZone] = useState<string>();
  const [stage, setStage] = useState<SchoolStage>();
  const [editing, setEditing] = useState<SchoolView | 'new'>();
  const [importing, setImporting] = useState<'schools' | 'branches'>();
  const [editingZones, setEditingZones] = useState(false);
  const [isShowingCommunities, setShowingCommunities] = useState(false);
  const zones = useZones();
  const communities = useCommunities();
  const schools = useQuery({
    queryKey: ['schools', page, search, zone, stage], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get('GET /schools', { query: { page, pageSize, search, zone, stage }, signal }),
  });
  return (
    <Page
      title={words.organisation.title}
      tools={(
        <>
          <Input.Search aria-label={words.common.search} placeholder={words.common.search} allowClear onSearch={(text) => { setSearch(text); setPage(1); }} style={{ width: 180 }} />
          {!ownSchool && <Select aria-label={words.organisation.zones} allowClear placeholder={words.organisation.zones} value={zone} onChange={(z) => { setZone(z); setPage(1); }} style={{ width: 130 }} options={zones.data?.items.map((z) => ({ value: z.code, label: z.name }))} />}
          {!ownSchool && <Select aria-label={words.organisation.stage} allowClear placeholder={words.organisation.stage} value={stage} onChange={(s) => { setStage(s); setPage(1); }} style={{ width: 130 }} options={Object.entries(words.stage).map(([value, label]) => ({ value: value as SchoolStage, label }))} />}
          <Button onClick={() => setShowingCommunities(true)}>{words.communities.title}</Button>
          {may.manageRounds(role) && <Button onClick={() => setEditingZones(true)}>{words.organisation.zones}</Button>}
          {may.manageRounds(role) && (
            <Dropdown trigger={['click']} menu={{ items: (['schools', 'branches'] as const).map((key) => ({ key, label: words.organisation[key] })), onClick: ({ key }) => setImporting(key as 'schools' | 'branches') }}>
              <Button>{words.organisation.import} <DownOutlined /></Button>
            </Dropdown>
          )}
          {may.manageRounds(role) && <Button type="primary" onClick={() => setEditing('new')}>{words.organisation.addSchool}</Button>}
        </>
      )}
    >
      <Loaded of={[schools, zones, communities]}>
        {() => (
          <Panel flush>
            <Table<SchoolView>
              size="middle" rowKey="code" dataSource={schools.data!.items} scroll={{ x: 900 }}
              pagination={{ current: page, pageSize, total: schools.data!.total, onChange: setPage, showSizeChanger: false, showTotal: words.common.total, hideOnSinglePage: true }}
              expandable={{ columnTitle: <span className="visually-hidden">{words.organisation.branches}</span>, expandedRowRender: (s) => <Branches school={s.code} />, defaultExpandedRowKeys: ownSchool ? [ownSchool] : [] }}
              columns={[
                { title: words.organisation.name, render: (_, s) => <>{s.name}<br /><small>{s.code}</small></> },
                { title: words.organisation.zones, render: (_, s) => zones.data!.items.find((z) => z.code === s.zone)?.name ?? s.zone },
                {
                  title: words.communities.title, render: (_, s) => {
                    const found = communityOn(communities.data!, s.code);
                    return found && <>{found.community.name} <Tag>{words.communities.role[found.role]}</Tag></>;
                  },
                },
                { title: words.organisation.stage, render: (_, s) => words.stage[s.stage] },
                { title: words.organisation.ownership, render: (_, s) => words.rounds[s.ownership] },
                { title: words.organisation.setting, render: (_, s) => words.organisation[s.setting] },
                { title: words.organisation.members, dataIndex: 'members', align: 'right', className: 'numeric' },
                ...(may.manageRounds(role) ? [{ title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 80, render: (_: unknown, s: SchoolView) => <Button size="small" onClick={() => setEditing(s)}>{words.organisation.edit}</Button> }] : []),
              ]}
            />
          </Panel>
        )}
      </Loaded>
      {editing && <SchoolDialog school={editing === 'new' ? undefined : editing} zones={zones.data?.items ?? []} onClose={() => setEditing(undefined)} />}
      {editingZones && <ZoneDialog zones={zones.data?.items ?? []} onClose={() => setEditingZones(false)} />}
      {isShowingCommunities && <CommunitiesDrawer communities={communities.data ?? []} onClose={() => setShowingCommunities(false)} />}
      {importing && (
        <ImportDialog
          title={`${words.organisation.import} · ${words.organisation[importing]}`} address={`/${importing}/import`} template={`/${importing}/import/template.xlsx`}
          refresh={['schools', 'branches']} onClose={() => setImporting(undefined)}
        />
      )}
    </Page>
  );
}

function Branches({ school }: { school: string }) {
  const words = useWords();
  const role = useRole();
  const [editing, setEditing] = useState<BranchView | 'new'>();
  const branches = useQuery({ queryKey: ['branches', school], queryFn: ({ signal }) => get('GET /schools/{school}/branches', { path: { school }, query: { pageSize: 200 }, signal }) });
  return (
    <Loaded of={[branches]}>
      {() => (
        <>
          <Table<BranchView>
            size="small" rowKey="code" dataSource={branches.data!.items} pagination={false}
            columns={[
              { title: words.organisation.branches, render: (_, b) => <>{b.name} <small>{b.code}</small></> },
              { title: words.organisation.kind, render: (_, b) => <Tag>{words.branchKind[b.kind]}</Tag> },
              { title: words.organisation.from, className: 'numeric', render: (_, b) => day(b.from) },
              { title: words.organisation.to, className: 'numeric', render: (_, b) => day(b.to) },
              ...(may.manageBranches(role) ? [{ title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 80, render: (_: unknown, b: BranchView) => <Button size="small" onClick={() => setEditing(b)}>{words.organisation.edit}</Button> }] : []),
            ]}
          />
          {may.manageBranches(role) && <Button size="small" style={{ marginTop: 8 }} onClick={() => setEditing('new')}>{words.organisation.addBranch}</Button>}
          {editing && <BranchDialog school={school} branch={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
        </>
      )}
    </Loaded>
  );
}
