import { Card, Empty } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './Loading';
import { FailedPage } from './ErrorPages';

/** A page with its heading and tools. */
export function Page({ title, tools, children }: { title: ReactNode; tools?: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        {tools && <div className="page-tools no-print">{tools}</div>}
      </div>
      {children}
    </>
  );
}

/** Shows what queries bring, or how they failed, or that they are at work. */
export function Loaded({ of, children }: { of: Pick<UseQueryResult, 'isError' | 'isPending' | 'error' | 'refetch'>[]; children: () => ReactNode }) {
  const failed = of.find((q) => q.isError);
  if (failed) return <FailedPage error={failed.error} onRetry={() => of.forEach((q) => q.isError && void q.refetch())} />;
  if (of.some((q) => q.isPending)) return <Loading apart={64} />;
  return <>{children()}</>;
}

/** A part of a page. */
export function Panel({ title, extra, children, flush }: { title?: ReactNode; extra?: ReactNode; children: ReactNode; flush?: boolean }) {
  return (
    <Card size="small" title={title && <h2 style={{ fontSize: 15, margin: 0, fontWeight: 600 }}>{title}</h2>} extra={extra} styles={{ body: { padding: flush ? 0 : 16, overflowX: 'auto' } }} style={{ marginBottom: 16 }}>
      {children}
    </Card>
  );
}

/** Nothing yet, and what to do first. */
export function Nothing({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<><div style={{ fontWeight: 600 }}>{title}</div>{hint && <div style={{ marginTop: 4 }}>{hint}</div>}</>} style={{ padding: '32px 0' }}>
      {action}
    </Empty>
  );
}

/** A figure with its name. */
export function Stat({ label, children }: { label: string; children: ReactNode }) {
  return <div className="stat"><span>{label}</span><b>{children}</b></div>;
}
