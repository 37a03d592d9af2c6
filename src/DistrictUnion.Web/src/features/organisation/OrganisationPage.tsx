import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal, Select, Space, Table, Tag, Upload } from 'antd';
import { useState } from 'react';
import { get, upload } from '../../api/client';
import { Problem } from '../../api/problem';
import type { BranchView, ImportReport, SchoolStage, SchoolView } from '../../api/schema';
import { Loaded, Page, Panel } from '../../shared/Page';
import { may, useRole, useSession } from '../../shared/session';
import { day } from '../../shared/time';
import { useWords } from '../../shared/words';
import { BranchDialog, SchoolDialog } from './OrganisationDialogs';
import { useZones } from './queries';

const pageSize = 50;

/** Zones, schools and their branches, with dated moves and the import of schools. */
export default function OrganisationPage() {
  const words = useWords();
  const role = useRole();
  const ownSchool = useSession().user?.activePost?.scope.school;
  const [page, setPage] = useState(1);
  const [search, setSearch] = useState('');
  const [zone, setZone] = useState<string>();
  const [stage, setStage] = useState<SchoolStage>();
  const [editing, setEditing] = useState<SchoolView | 'new'>();
  const [importing, setImporting] = useState(false);
  const zones = useZones();
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
          {may.manageRounds(role) && <Button onClick={() => setImporting(true)}>{words.organisation.import}</Button>}
          {may.manageRounds(role) && <Button type="primary" onClick={() => setEditing('new')}>{words.organisation.addSchool}</Button>}
        </>
      )}
    >
      <Loaded of={[schools, zones]}>
        {() => (
          <Panel flush>
            <Table<SchoolView>
              size="middle" rowKey="code" dataSource={schools.data!.items} scroll={{ x: 760 }}
              pagination={{ current: page, pageSize, total: schools.data!.total, onChange: setPage, showSizeChanger: false, showTotal: words.common.total, hideOnSinglePage: true }}
              expandable={{ columnTitle: <span className="visually-hidden">{words.organisation.branches}</span>, expandedRowRender: (s) => <Branches school={s.code} />, defaultExpandedRowKeys: ownSchool ? [ownSchool] : [] }}
              columns={[
                { title: words.organisation.name, render: (_, s) => <>{s.name}<br /><small>{s.code}</small></> },
                { title: words.organisation.zones, render: (_, s) => zones.data!.items.find((z) => z.code === s.zone)?.name ?? s.zone },
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
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
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

function ImportDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const send = useMutation({
    mutationFn: (dryRun: boolean) => upload<ImportReport>(`/schools/import?dryRun=${dryRun}`, file!, 'text/csv'),
    onSuccess: async (report, dryRun) => {
      if (dryRun || !report.stored) return;
      message.success(words.organisation.rows(report.created, report.updated, report.unchanged, report.rejected));
      onClose();
      await queries.invalidateQueries({ queryKey: ['schools'] });
    },
  });
  const report = send.data;
  const problem = send.error instanceof Problem ? send.error : null;
  return (
    <Modal
      open title={words.organisation.import} onCancel={onClose} width={680}
      footer={(
        <Space>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button disabled={!file} loading={send.isPending} onClick={() => send.mutate(true)}>{words.organisation.dryRun}</Button>
          <Button type="primary" disabled={!file || (report?.rejected ?? 0) > 0} loading={send.isPending} onClick={() => send.mutate(false)}>{words.organisation.apply}</Button>
        </Space>
      )}
    >
      <Space orientation="vertical" style={{ width: '100%' }}>
        <Upload
          accept=".csv" maxCount={1} onRemove={() => setFile(undefined)}
          beforeUpload={(chosen) => {
            setFile(chosen);
            send.reset();
            return false;
          }}
        >
          <Button>{words.organisation.importHint}</Button>
        </Upload>
        {problem && <Alert type="error" showIcon title={problem.message} description={<ul>{Object.entries(problem.fields).flatMap(([path, texts]) => texts.map((t) => <li key={path + t}>{path} {t}</li>))}</ul>} />}
        {report && <Alert type={report.rejected > 0 ? 'warning' : 'success'} showIcon title={words.organisation.rows(report.created, report.updated, report.unchanged, report.rejected)} />}
        {report && report.rejected > 0 && (
          <Table size="small" rowKey="row" pagination={{ pageSize: 8, hideOnSinglePage: true }} dataSource={report.rows.filter((r) => r.status === 'rejected')} columns={[{ title: '#', dataIndex: 'row', width: 60 }, { title: words.organisation.code, dataIndex: 'key' }, { title: <span className="visually-hidden">{words.rounds.actions}</span>, dataIndex: 'field' }, { title: words.common.reason, dataIndex: 'message' }]} />
        )}
      </Space>
    </Modal>
  );
}
