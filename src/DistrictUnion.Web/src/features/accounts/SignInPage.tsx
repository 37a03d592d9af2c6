import { Button, Form, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { formErrors, Problem } from '../../api/problem';
import { useSession } from '../../shared/session';
import { useLanguage, useWords } from '../../shared/words';

interface Credentials {
  userName: string;
  password: string;
}

/** Name and password; what is wrong stands beside the field. */
function SignInForm({ userName, autoFocus }: { userName?: string; autoFocus?: boolean }) {
  const words = useWords();
  const { signIn } = useSession();
  const [form] = Form.useForm<Credentials>();
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ userName: name, password }: Credentials) => {
    setBusy(true);
    try {
      await signIn(name.trim(), password);
    } catch (error) {
      const problem = error as Problem;
      const fields = problem instanceof Problem ? formErrors(problem) : [];
      form.setFields(fields.length > 0
        ? (fields as Parameters<typeof form.setFields>[0])
        : [{ name: 'password', errors: [problem instanceof Problem && problem.status === 401 ? words.session.wrong : problem.message] }]);
      form.getFieldInstance('password')?.focus?.();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={{ userName }} onFinish={submit} disabled={isBusy}>
      <Form.Item name="userName" label={words.session.userName} rules={[{ required: true, message: words.session.needUserName }]}>
        <Input autoComplete="username" autoCapitalize="none" autoFocus={autoFocus && !userName} readOnly={!!userName} size="large" />
      </Form.Item>
      <Form.Item name="password" label={words.session.password} rules={[{ required: true, message: words.session.needPassword }]}>
        <Input.Password autoComplete="current-password" autoFocus={autoFocus && !!userName} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={isBusy}>{words.session.signIn}</Button>
    </Form>
  );
}

/** The first page of whoever is not signed in. */
export function SignInPage() {
  const words = useWords();
  const { language, setLanguage } = useLanguage();
  return (
    <main className="signin" style={{ background: 'linear-gradient(180deg, #14354d 0 34%, transparent 34%)' }}>
      <div style={{ width: 'min(100%, 380px)' }}>
        <div style={{ display: 'flex', gap: 12, alignItems: 'center', marginBottom: 20 }}>
          <img src="/icon.svg" alt="" width={44} height={44} />
          <h1 style={{ color: '#fff', fontSize: 21, margin: 0, lineHeight: 1.35 }}>{words.product}</h1>
        </div>
        <section aria-label={words.session.signIn} style={{ background: 'var(--ant-color-bg-container, #fff)', borderRadius: 10, padding: 24, boxShadow: '0 8px 28px rgba(10,30,45,.18)' }}>
          <SignInForm autoFocus />
        </section>
        <div style={{ textAlign: 'center', marginTop: 16 }}>
          <Button type="link" onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>{language === 'en' ? '中文' : 'English'}</Button>
        </div>
      </div>
    </main>
  );
}

/** Asks for the password again over the page, whose drafts stay. */
export function SignInDialog() {
  const words = useWords();
  const { hasEnded, user, signOut } = useSession();
  return (
    <Modal open={hasEnded} title={words.session.ended} footer={null} onCancel={() => void signOut()} mask={{ closable: false }} destroyOnHidden>
      <Typography.Paragraph>{words.session.endedHint}</Typography.Paragraph>
      <SignInForm userName={user?.userName} autoFocus />
    </Modal>
  );
}
