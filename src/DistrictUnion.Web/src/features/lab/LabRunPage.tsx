import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Popconfirm, Switch, Table, Tooltip } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { get, upload, write } from '../../api/client';
import type { LabRunView, SchemeImported } from '../../api/schema';
import { points } from '../../shared/format';
import { Loaded, Page, Panel, Stat } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { ApplicationsTable, SchoolsTable } from './LabTables';
import { labKey, useLabRun } from './queries';
import { changeText, nameOfLine, sentencesOf } from './summary';

/** One trial: what it comes to in words first, then line by line and school by school. */
export default function LabRunPage() {
  const { run: id = '' } = useParams();
  const run = useLabRun(id);
  return <Loaded of={[run]}>{() => <Run id={id} run={run.data!.body} tag={run.data!.tag} />}</Loaded>;
}

function Run({ id, run, tag }: { id: string; run: LabRunView; tag: string }) {
  const words = useWords();
  const w = words.lab;
  const [crossing, setCrossing] = useState(false);
  const { summary } = run;
  return (
    <Page title={run.name} tools={<Tools id={id} tag={tag} />}>
      {!run.isCurrent && <Alert type="warning" showIcon title={w.outdated} style={{ marginBottom: 12 }} />}
      {run.discrepancies.length > 0 && (
        <Alert
          type="error" showIcon title={w.discrepancies} style={{ marginBottom: 12 }}
          description={<ul className="arith">{run.discrepancies.map((d) => <li key={d.unit + d.field}>{w.discrepancy(d.unit, w.discrepancyField[d.field] ?? d.field, d.stored ?? '—', d.replayed ?? '—')}</li>)}</ul>}
        />
      )}
      <Panel>
        <p style={{ fontSize: 16, margin: '0 0 12px' }}>{sentencesOf(summary, words).map((s) => <span key={s}>{s}</span>)}</p>
        <div className="stats">
          <Stat label={w.movedCount}>{summary.moved}</Stat>
          <Stat label={w.swapped}>{summary.swappedPairs}</Stat>
          <Stat label={w.crossing}>{summary.crossing}</Stat>
          <Tooltip title={w.tauHint}><div tabIndex={0}><Stat label={w.tau}>{points(summary.tau).replace('-', '−')}{typeof summary.tau === 'number' && <small style={{ fontSize: 14, fontWeight: 400 }}> {w.tauWords(summary.tau)}</small>}</Stat></div></Tooltip>
        </div>
        <p style={{ margin: '12px 0 0' }}><small>{run.roundName} · {run.actorName ?? run.actor} · {moment(run.at)} · {w.proof}{summary.isNormalised && ` ${w.normalised}`}</small></p>
      </Panel>
      <div className="grid">
        <Panel flush title={w.linesTitle}>
          <Table
            size="small" rowKey={(l) => l.kind + l.code} dataSource={summary.lines} pagination={false}
            columns={[
              { title: w.line, render: (_, l) => nameOfLine(l, words) },
              { title: w.before, width: 64, align: 'right', className: 'numeric', dataIndex: 'before' },
              { title: w.after, width: 64, align: 'right', className: 'numeric', render: (_, l) => <b>{l.after}</b> },
              { title: w.comesIn, width: 64, align: 'right', className: 'numeric', dataIndex: 'in' },
              { title: w.goesOut, width: 64, align: 'right', className: 'numeric', dataIndex: 'out' },
            ]}
          />
        </Panel>
        <Panel title={w.changes}>
          {run.changes.length === 0 ? w.noChanges : <ul className="arith" style={{ maxHeight: 220, overflowY: 'auto' }} tabIndex={0} aria-label={w.changes}>{run.changes.map((c) => <li key={c.part + c.path}>{changeText(c, words)}</li>)}</ul>}
          <p style={{ margin: '8px 0 0' }}><small>{w.follow}：{run.pointsFollow ? words.common.yes : words.common.no}</small></p>
        </Panel>
      </div>
      <label style={{ display: 'flex', gap: 8, alignItems: 'center', marginBottom: 12 }}><Switch checked={crossing} onChange={setCrossing} />{w.onlyCrossing}</label>
      <SchoolsTable key={`schools${crossing}`} id={id} round={run.round} crossing={crossing} />
      {run.campaign && <ApplicationsTable key={`applications${crossing}`} id={id} name={run.campaignName ?? run.campaign} crossing={crossing} />}
    </Page>
  );
}

/** Takes the trial over as a draft, or deletes it. */
function Tools({ id, tag }: { id: string; tag: string }) {
  const words = useWords();
  const w = words.lab;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const onError = (error: Error) => message.error(error.message);
  const take = useMutation({
    mutationFn: async () => {
      const { scheme } = await get('GET /lab/runs/{labRun}/definition', { path: { labRun: id } });
      return upload<SchemeImported>('/schemes/import', new Blob([JSON.stringify(scheme)], { type: 'application/json' }), 'application/json');
    },
    onSuccess: async (made) => {
      if (made.unchanged) {
        message.info(w.schemeUnchanged);
        return;
      }
      await queries.invalidateQueries({ queryKey: ['schemes'] });
      message.success(w.takenOver);
      navigate(`/schemes/${made.code}/${made.version}`);
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => write('DELETE /lab/runs/{labRun}', { path: { labRun: id }, ifMatch: tag }),
    onSuccess: async () => {
      message.success(w.removed);
      navigate('/lab');
      await queries.invalidateQueries({ queryKey: [labKey, 'runs'] });
    },
    onError,
  });
  const canUse = may.manageRounds(useRole());
  return (
    <>
      <Link to="/lab"><Button>{w.back}</Button></Link>
      {canUse && <Popconfirm title={w.takeOver} description={w.takeOverConfirm} onConfirm={() => take.mutateAsync().catch(() => undefined)}><Button>{w.takeOver}</Button></Popconfirm>}
      {canUse && <Popconfirm title={w.remove} description={w.removeConfirm} onConfirm={() => remove.mutateAsync().catch(() => undefined)}><Button danger>{w.remove}</Button></Popconfirm>}
    </>
  );
}
