// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/api_keys_model.h"
#include "app/net/api_client.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/**
 * The keys by which programs act for this account: made, shown once, revoked. Making one may need the password again. Main
 * thread, owned by the account's settings.
 */
class ApiKeys : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to an account")
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    /** Of the list: a sentence for people. */
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)
    /** Why no key was made. */
    Q_PROPERTY(QString makeError READ makeError NOTIFY changed FINAL)
    /** The server wants to see the password before it makes a key. */
    Q_PROPERTY(bool passwordNeeded READ isPasswordNeeded NOTIFY changed FINAL)
    /** The key that was just made, which nobody can show again. A secret; empty where there is none. */
    Q_PROPERTY(QString made READ made NOTIFY changed FINAL)
    Q_PROPERTY(plexi::app::ApiKeysModel *keys READ keys CONSTANT FINAL)

public:
    enum Scope { Read, ReadAndWrite, Administer };
    Q_ENUM(Scope)

    /** @p api must outlive this. */
    explicit ApiKeys(ApiClient *api, QObject *parent = nullptr) : QObject(parent), m_api(api) { }

    bool isBusy() const { return m_isBusy; }
    QString error() const { return m_error; }
    QString makeError() const { return m_makeError; }
    bool isPasswordNeeded() const { return m_isPasswordNeeded; }
    QString made() const { return m_made; }
    ApiKeysModel *keys() { return &m_keys; }

    Q_INVOKABLE void load();
    /** Forgets what went wrong the last time. */
    Q_INVOKABLE void begin();
    /** @p days: how long it is good for; 0 for ever. @p password: once passwordNeeded says so. */
    Q_INVOKABLE void make(const QString &name, Scope scope, int days, const QString &password);
    Q_INVOKABLE void forgetMade();
    Q_INVOKABLE void revoke(const QString &keyId);

signals:
    void changed();
    /** `made` has it. */
    void keyMade();

private:
    QCoro::Task<> runLoad();
    QCoro::Task<> runMake(protocol::NewApiKey wanted, QString password);
    QCoro::Task<> runRevoke(ApiKeyId id);
    void setBusy(bool isBusy);
    void failToMake(const ApiError &fault);

    ApiClient *m_api;
    ApiKeysModel m_keys;
    bool m_isBusy = false;
    bool m_isPasswordNeeded = false;
    QString m_error;
    QString m_makeError;
    QString m_made;
};

} // namespace plexi::app
