// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hosting a workspace on this computer, from the welcome pages.
#include "app/welcome_controller.h"

#include "app/net/error_text.h"

#include <QPointer>

namespace plexi::app {

QCoro::Task<Result<QUrl>> WelcomeController::startHosted(QString address)
{
    const RememberedServer *server = m_servers.find(address);
    if (!server || !server->isHosted)
        co_return QUrl();
    Result<QUrl> url = co_await startWorkspace(address);
    co_return Result<QUrl>(url);
}

QCoro::Task<Result<QUrl>> WelcomeController::startWorkspace(QString address)
{
    const QPointer<WelcomeController> self(this);
    Result<> prepared = m_localServer.prepare();
    if (!prepared)
        co_return fail(prepared.error());
    // The same port again where it is free, so that the address stays what people know.
    const quint16 port = static_cast<quint16>(std::max(0, QUrl(address).port()));
    Result<QUrl> url = co_await m_localServer.start(port);
    if (!self)
        co_return QUrl();
    if (!url) {
        url = co_await m_localServer.start(0);
        if (!self)
            co_return QUrl();
    }
    if (url)
        m_servers.changeAddress(address, addressOf(*url));
    co_return Result<QUrl>(url);
}

void WelcomeController::startHosting(const QString &workspaceName, const QString &displayName, const QString &username,
                                     const QString &password)
{
    if (isBusy())
        return;
    setErrors({}, {}, {});
    if (workspaceName.trimmed().isEmpty() || username.trimmed().isEmpty() || password.isEmpty()) {
        setErrors({}, {}, tr("Fill in the workspace's name, your user name and a password."));
        return;
    }
    runHosting(workspaceName.trimmed(),
               {.username = username.trimmed().toLower(), .displayName = displayName.trimmed(), .password = password});
}

QCoro::Task<> WelcomeController::runHosting(QString workspaceName, FirstAccount account)
{
    const QPointer<WelcomeController> self(this);
    using Steps = HostStepsModel;
    setBusy(1);
    m_hostSteps.restart();
    Steps::Step step = Steps::Prepare;
    m_hostSteps.setState(step, Steps::Running);
    co_await m_vault.find();
    if (!self)
        co_return;
    Result<> done = m_localServer.prepare();
    const auto advance = [this, &step](Steps::Step next) {
        m_hostSteps.setState(step, Steps::Done);
        step = next;
        m_hostSteps.setState(step, Steps::Running);
    };
    const RememberedServer *hosted = m_servers.findHosted();
    const QString address = hosted ? hosted->address : QString();
    const bool isMade = hosted && hosted->username == account.username;
    if (done)
        advance(Steps::CreateAccount);
    if (done && !isMade) {
        done = co_await m_localServer.addAdmin(account);
        if (!self)
            co_return;
    }
    Result<QUrl> url = QUrl();
    if (done) {
        advance(Steps::StartServer);
        url = co_await m_localServer.start(static_cast<quint16>(std::max(0, QUrl(address).port())));
        if (!self)
            co_return;
    }
    QString fault = !done ? done.error().message : !url ? url.error().message : QString();
    if (fault.isEmpty()) {
        advance(Steps::SignIn);
        useServer(*url);
        const RememberedServer server{
            .name = workspaceName, .address = m_address, .username = account.username, .isHosted = true};
        const ApiResult<> entered = co_await enter(account.password, server, true, account.displayName);
        if (!self)
            co_return;
        if (!entered && !entered.error().secondStep)
            fault = errorText(entered.error());
    }
    m_hostSteps.setState(step, fault.isEmpty() ? Steps::Done : Steps::Failed);
    setBusy(-1);
    setErrors({}, {}, fault);
}

void WelcomeController::stopHosting()
{
    m_localServer.stop();
}

} // namespace plexi::app
