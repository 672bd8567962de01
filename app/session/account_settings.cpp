// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/account_settings.h"

#include "app/net/error_text.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** Pixels a side: what the server makes of larger ones. */
constexpr int kAvatarSize = 512;

/** "JBSW Y3DP": people type it in pieces. */
QString grouped(const QString &secret)
{
    QString text;
    for (qsizetype i = 0; i < secret.size(); i += 4)
        text += (i > 0 ? u" "_s : QString()) + secret.mid(i, 4);
    return text;
}

/** Why a password was no proof, for people. */
QString proofFault(const ApiError &fault)
{
    return fault.isRefusedFor(ErrorCode::InvalidCredentials) ? AccountSettings::tr("The password is wrong.")
                                                             : errorText(fault);
}

} // namespace

void AccountSettings::setBusy(int change)
{
    m_busy += change;
    emit busyChanged();
}

void AccountSettings::setError(QString AccountSettings::*error, const QString &text)
{
    if (this->*error == text)
        return;
    this->*error = text;
    emit errorsChanged();
}

void AccountSettings::setFactor(Factor factor)
{
    m_factor = factor;
    if (factor != SettingUp) {
        m_secret.clear();
        m_otpauthUri.clear();
    }
    emit factorChanged();
}

void AccountSettings::load()
{
    for (QString AccountSettings::*error : {&AccountSettings::m_profileError, &AccountSettings::m_passwordError,
                                            &AccountSettings::m_factorError, &AccountSettings::m_devicesError})
        setError(error, {});
    m_recoveryCodes.clear();
    setFactor(Unknown);
    m_apiKeys.load();
    runLoad();
}

QCoro::Task<> AccountSettings::runLoad()
{
    const QPointer<AccountSettings> self(this);
    setBusy(1);
    const ApiResult<protocol::SecondFactors> factors = co_await m_api->secondFactors();
    if (!self)
        co_return;
    if (factors) {
        m_recoveryCodesLeft = static_cast<int>(factors->recoveryCodesLeft);
        setFactor(factors->totpSince ? On : Off);
    } else {
        setError(&AccountSettings::m_factorError, errorText(factors.error()));
    }
    const ApiResult<QList<protocol::Session>> sessions = co_await m_api->sessions();
    if (!self)
        co_return;
    if (sessions)
        m_devices.setSessions(*sessions);
    else
        setError(&AccountSettings::m_devicesError, errorText(sessions.error()));
    setBusy(-1);
}

void AccountSettings::saveDisplayName(const QString &name)
{
    runSave(name.trimmed());
}

QCoro::Task<> AccountSettings::runSave(QString name)
{
    const QPointer<AccountSettings> self(this);
    setBusy(1);
    const ApiResult<protocol::User> user = co_await m_api->setDisplayName(name);
    if (!self)
        co_return;
    setBusy(-1);
    setError(&AccountSettings::m_profileError, user ? QString() : errorText(user.error()));
    if (user)
        emit profileSaved(*user);
}

void AccountSettings::saveAvatar(const QUrl &file)
{
    QImageReader reader(file.toLocalFile());
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.width() > kAvatarSize || size.height() > kAvatarSize)
        reader.setScaledSize(size.scaled(kAvatarSize, kAvatarSize, Qt::KeepAspectRatio));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const QImage picture = reader.read();
    if (picture.isNull() || !buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG")) {
        setError(&AccountSettings::m_profileError, tr("This file is no picture that PlexiChat can read."));
        return;
    }
    runAvatar(bytes);
}

QCoro::Task<> AccountSettings::runAvatar(QByteArray picture)
{
    const QPointer<AccountSettings> self(this);
    setBusy(1);
    const ApiResult<protocol::User> user = co_await m_api->setAvatar(std::move(picture), "image/png");
    if (!self)
        co_return;
    setBusy(-1);
    setError(&AccountSettings::m_profileError, user ? QString() : errorText(user.error()));
    if (user)
        emit profileSaved(*user);
}

void AccountSettings::removeAvatar()
{
    runRemoveAvatar();
}

QCoro::Task<> AccountSettings::runRemoveAvatar()
{
    const QPointer<AccountSettings> self(this);
    setBusy(1);
    const ApiResult<> removed = co_await m_api->removeAvatar();
    if (!self)
        co_return;
    const ApiResult<protocol::User> user = co_await m_api->me();
    if (!self)
        co_return;
    setBusy(-1);
    setError(&AccountSettings::m_profileError, removed ? QString() : errorText(removed.error()));
    if (user)
        emit profileSaved(*user);
}

void AccountSettings::changePassword(const QString &current, const QString &wanted)
{
    runPassword(current, wanted);
}

QCoro::Task<> AccountSettings::runPassword(QString current, QString wanted)
{
    const QPointer<AccountSettings> self(this);
    setBusy(1);
    const ApiResult<> changed = co_await m_api->changePassword(current, wanted);
    if (!self)
        co_return;
    setBusy(-1);
    if (changed) {
        setError(&AccountSettings::m_passwordError, {});
        emit passwordChanged();
        // The others were signed out by it.
        runLoad();
    } else {
        setError(&AccountSettings::m_passwordError,
                 changed.error().isRefusedFor(ErrorCode::InvalidCredentials) ? tr("The current password is wrong.")
                                                                             : errorText(changed.error()));
    }
}

void AccountSettings::startTotp()
{
    runStart();
}

QCoro::Task<> AccountSettings::runStart()
{
    const QPointer<AccountSettings> self(this);
    setBusy(1);
    const ApiResult<protocol::TotpEnrolment> begun = co_await m_api->enrolTotp();
    if (!self)
        co_return;
    setBusy(-1);
    if (begun) {
        setError(&AccountSettings::m_factorError, {});
        m_secret = grouped(begun->secret);
        m_otpauthUri = begun->otpauthUri;
        setFactor(SettingUp);
    } else if (begun.error().error.code == ErrorCode::ReauthenticationRequired) {
        emit passwordNeeded();
    } else {
        setError(&AccountSettings::m_factorError, errorText(begun.error()));
    }
}

void AccountSettings::reauthenticate(const QString &password)
{
    runReauthenticate(password);
}

QCoro::Task<> AccountSettings::runReauthenticate(QString password)
{
    const QPointer<AccountSettings> self(this);
    setBusy(1);
    const ApiResult<> proven = co_await m_api->reauthenticate(password);
    if (!self)
        co_return;
    setBusy(-1);
    if (proven) {
        startTotp();
        co_return;
    }
    setError(&AccountSettings::m_factorError, proofFault(proven.error()));
}

void AccountSettings::confirmTotp(const QString &code)
{
    runConfirm(code.trimmed());
}

QCoro::Task<> AccountSettings::runConfirm(QString code)
{
    const QPointer<AccountSettings> self(this);
    setBusy(1);
    const ApiResult<QStringList> codes = co_await m_api->confirmTotp(code);
    if (!self)
        co_return;
    setBusy(-1);
    if (!codes) {
        setError(&AccountSettings::m_factorError,
                 codes.error().isDefinite() || codes.error().status == 401
                     ? tr("This code does not fit. Wait for the next one and try again.")
                     : errorText(codes.error()));
        co_return;
    }
    setError(&AccountSettings::m_factorError, {});
    m_recoveryCodes = *codes;
    m_recoveryCodesLeft = static_cast<int>(codes->size());
    setFactor(On);
}

void AccountSettings::cancelTotp()
{
    // What was begun and not confirmed means nothing to the server.
    setError(&AccountSettings::m_factorError, {});
    setFactor(Off);
}

void AccountSettings::removeTotp(const QString &password)
{
    runRemove(password);
}

QCoro::Task<> AccountSettings::runRemove(QString password)
{
    const QPointer<AccountSettings> self(this);
    setBusy(1);
    const ApiResult<> removed = co_await m_api->removeTotp(password);
    if (!self)
        co_return;
    setBusy(-1);
    if (!removed) {
        setError(&AccountSettings::m_factorError, proofFault(removed.error()));
        co_return;
    }
    setError(&AccountSettings::m_factorError, {});
    m_recoveryCodes.clear();
    setFactor(Off);
}

void AccountSettings::endDevice(const QString &sessionId)
{
    if (const auto id = SessionId::fromString(sessionId)) {
        const QList<SessionId> one{*id};
        runEnd(one);
    }
}

void AccountSettings::endOtherDevices()
{
    QList<SessionId> others;
    for (const protocol::Session &session : m_devices.sessions()) {
        if (!session.isCurrent)
            others.append(session.id);
    }
    runEnd(others);
}

QCoro::Task<> AccountSettings::runEnd(QList<SessionId> sessions)
{
    const QPointer<AccountSettings> self(this);
    setBusy(1);
    QString fault;
    for (const SessionId id : sessions) {
        const ApiResult<> ended = co_await m_api->endSession(id);
        if (!self)
            co_return;
        if (ended || ended.error().isGone())
            m_devices.remove(id);
        else
            fault = errorText(ended.error());
    }
    setBusy(-1);
    setError(&AccountSettings::m_devicesError, fault);
}

} // namespace plexi::app
