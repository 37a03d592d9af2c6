import { useMutation } from '@tanstack/react-query';
import { App, Button, Select, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { getTagged, write } from '../../../api/client';
import type { ApplicationState, ApplicationSummary } from '../../../api/schema';
import { Loaded, Nothing, Panel } from '../../../shared/Page';
import { may, useRole } from '../../../shared/session';
import { moment } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { ApplicationDrawer } from './ApplicationDrawer';
import { districtSteps, nextStep, type DistrictStep } from './applicationSteps';
import type { CampaignTab } from './CampaignPage';
import { useApplications, useRefresh } from './queries';
import { Refused } from './Refused';
import { applicationColor } from './words';

/** Who applied, how far each is, and what comes next. */
export function ApplicationsTab({ path, campaign, definition }: CampaignTab) {
  const words = useWords();
  const role = useRole();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const applications = useApplications(path);
  const [state, setState] = useState<ApplicationState>();
  const [open, setOpen] = useState<string>();
  const act = useMutation({
    mutationFn: async ({ code, step }: { code: string; step: DistrictStep }) => {
      const at = { programme: path.programme, application: code };
      const { tag } = await getTagged('GET /title-programmes/{programme}/applications/{application}', { path: at });
      return write(`POST /title-programmes/{programme}/applications/{application}/${districtSteps[step]}`, { path: at, ifMatch: tag, body: {} });
    },
    onSuccess: () => message.success(words.titlesDistrict.done),
    onSettled: refresh,
  });
  const all = applications.data ?? [];
  const found = [...new Set(all.map((a) => a.state))];
  const rows = state ? all.filter((a) => a.state === state) : all;
  const nextOf = (a: ApplicationSummary) => (may.manageRounds(role) && campaign.body.state === 'open' ? nextStep(a.state, definition) : undefined);
  return (
    <Loaded of={[applications]}>
      {() => (all.length === 0 ? <Nothing title={words.titlesDistrict.noApplications} hint={words.titlesDistrict.noApplicationsHint} /> : (
        <>
          <Refused error={act.error} />
          <Panel
            flush title={words.titlesDistrict.units(rows.length)}
            extra={<Select<ApplicationState | ''> aria-label={words.titlesDistrict.state} style={{ width: 150 }} value={state ?? ''} onChange={(s) => setState(s === '' ? undefined : s)} options={[{ value: '', label: words.titlesDistrict.allStates }, ...found.map((value) => ({ value, label: words.titlesDistrict.applicationState[value] }))]} />}
          >
            <Table<ApplicationSummary>
              rowKey="code" dataSource={rows} pagination={{ pageSize: 20, hideOnSinglePage: true }} scroll={{ x: 560 }} locale={{ emptyText: words.titlesDistrict.noApplicationsInState }}
              columns={[
                { title: words.titlesDistrict.unit, render: (_, a) => <>{a.unitName}<br /><small>{a.unit}</small></> },
                { title: words.titlesDistrict.state, width: 110, render: (_, a) => <Tag color={applicationColor[a.state]}>{words.titlesDistrict.applicationState[a.state]}</Tag> },
                {
                  title: words.titlesDistrict.received, width: 160, className: 'numeric',
                  render: (_, a) => <>{moment(a.receivedAt) || '—'} {a.receivedAt && new Date(a.receivedAt) >= new Date(campaign.body.dueAt) && <Tag color="warning">{words.titlesDistrict.late}</Tag>}</>,
                },
                {
                  title: words.titlesDistrict.next, width: 220,
                  render: (_, a) => {
                    const next = nextOf(a);
                    return (
                      <Space wrap size={[4, 4]}>
                        {next && <Button size="small" type="primary" loading={act.isPending && act.variables.code === a.code} onClick={() => act.mutate({ code: a.code, step: next })}>{words.titlesDistrict.step[next]}</Button>}
                        <Button size="small" aria-label={`${a.unitName} ${words.titlesDistrict.details}`} onClick={() => setOpen(a.code)}>{words.titlesDistrict.details}</Button>
                      </Space>
                    );
                  },
                },
              ]}
            />
          </Panel>
          {open && <ApplicationDrawer programme={path.programme} application={open} round={campaign.body.round} definition={definition} onClose={() => setOpen(undefined)} />}
        </>
      ))}
    </Loaded>
  );
}
