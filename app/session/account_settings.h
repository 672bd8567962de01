// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/devices_model.h"
#include "app/net/api_client.h"
#include "app/session/api_keys.h"

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/**
 * What a person changes about their own account: name, password, second factor, devices. Each section has its own error, a
 * sentence for people. What needs a recent sign-in asks for the password first (passwordNeeded) and then goes on by itself.
 * Main thread, owned by the session.
 */
class AccountSettings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a session")
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged FINAL)
    Q_PROPERTY(QString profileError READ profileError NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString passwordError READ passwordError NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString factorError READ factorError NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString devicesError READ devicesError NOTIFY errorsChanged FINAL)
    Q_PROPERTY(Factor factor READ factor NOTIFY factorChanged FINAL)
    /** Of the authenticator that is being set up: in groups of four, to be typed. A secret. */
    Q_PROPERTY(QString secret READ secret NOTIFY factorChanged FINAL)
    /** The same for a QR code. */
    Q_PROPERTY(QString otpauthUri READ otpauthUri NOTIFY factorChanged FINAL)
    /** Shown once, right after setting up. Secrets. */
    Q_PROPERTY(QStringList recoveryCodes READ recoveryCodes NOTIFY factorChanged FINAL)
    Q_PROPERTY(int recoveryCodesLeft READ recoveryCodesLeft NOTIFY factorChanged FINAL)
    Q_PROPERTY(plexi::app::DevicesModel *devices READ devices CONSTANT FINAL)
    Q_PROPERTY(plexi::app::ApiKeys *apiKeys READ apiKeys CONSTANT FINAL)

public:
    enum Factor { Unknown, Off, SettingUp, On };
    Q_ENUM(Factor)

    /** @p api must outlive this. */
    explicit AccountSettings(ApiClient *api, QObject *parent = nullptr)
        : QObject(parent), m_api(api), m_apiKeys(api) { }

    bool isBusy() const { return m_busy > 0; }
    QString profileError() const { return m_profileError; }
    QString passwordError() const { return m_passwordError; }
    QString factorError() const { return m_factorError; }
    QString devicesError() const { return m_devicesError; }
    Factor factor() const { return m_factor; }
    QString secret() const { return m_secret; }
    QString otpauthUri() const { return m_otpauthUri; }
    QStringList recoveryCodes() const { return m_recoveryCodes; }
    int recoveryCodesLeft() const { return m_recoveryCodesLeft; }
    DevicesModel *devices() { return &m_devices; }
    ApiKeys *apiKeys() { return &m_apiKeys; }

    /** Asks for everything that is shown; forgets errors and secrets of the last time. */
    Q_INVOKABLE void load();
    Q_INVOKABLE void saveDisplayName(const QString &name);
    /** Makes a picture on this computer one's own. */
    Q_INVOKABLE void saveAvatar(const QUrl &file);
    Q_INVOKABLE void removeAvatar();
    Q_INVOKABLE void changePassword(const QString &current, const QString &wanted);
    Q_INVOKABLE void startTotp();
    Q_INVOKABLE void confirmTotp(const QString &code);
    Q_INVOKABLE void cancelTotp();
    Q_INVOKABLE void removeTotp(const QString &password);
    Q_INVOKABLE void endDevice(const QString &sessionId);
    Q_INVOKABLE void endOtherDevices();
    /** The answer to passwordNeeded(). */
    Q_INVOKABLE void reauthenticate(const QString &password);

signals:
    void busyChanged();
    void errorsChanged();
    void factorChanged();
    void profileSaved(const plexi::protocol::User &user);
    void passwordChanged();
    /** To start a second factor, the server wants to see the password again. */
    void passwordNeeded();

private:
    QCoro::Task<> runLoad();
    QCoro::Task<> runSave(QString name);
    QCoro::Task<> runAvatar(QByteArray picture);
    QCoro::Task<> runRemoveAvatar();
    QCoro::Task<> runPassword(QString current, QString wanted);
    QCoro::Task<> runStart();
    QCoro::Task<> runConfirm(QString code);
    QCoro::Task<> runRemove(QString password);
    QCoro::Task<> runEnd(QList<SessionId> sessions);
    QCoro::Task<> runReauthenticate(QString password);
    void setBusy(int change);
    void setError(QString AccountSettings::*error, const QString &text);
    void setFactor(Factor factor);

    ApiClient *m_api;
    DevicesModel m_devices;
    ApiKeys m_apiKeys;
    int m_busy = 0;
    Factor m_factor = Unknown;
    QString m_secret;
    QString m_otpauthUri;
    QStringList m_recoveryCodes;
    int m_recoveryCodesLeft = 0;
    QString m_profileError;
    QString m_passwordError;
    QString m_factorError;
    QString m_devicesError;
};

} // namespace plexi::app
