// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept_accounts.h"

#include "shared/protocol/json_reader.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

constexpr QLatin1StringView kList("accounts");
constexpr QLatin1StringView kCurrent("account/current");

QString keyOf(const KeptAccount &account)
{
    return account.server.tokenKey();
}

} // namespace

QList<KeptAccount> KeptAccounts::all() const
{
    QList<KeptAccount> accounts;
    const int size = m_settings->beginReadArray(kList);
    for (int i = 0; i < size; ++i) {
        m_settings->setArrayIndex(i);
        const auto profile = protocol::parseObject(m_settings->value("user").toString().toUtf8());
        const auto user = profile ? protocol::User::fromJson(*profile) : fail(profile.error());
        const RememberedServer server = RememberedServer::readFrom(*m_settings);
        if (user && !server.address.isEmpty())
            accounts.append({.server = server, .user = *user, .rank = i});
    }
    m_settings->endArray();
    return accounts;
}

QList<KeptAccount> KeptAccounts::currentFirst() const
{
    QList<KeptAccount> accounts = all();
    const auto current = std::ranges::find(accounts, m_settings->value(kCurrent).toString(), keyOf);
    if (current != accounts.end())
        std::rotate(accounts.begin(), current, current + 1);
    return accounts;
}

void KeptAccounts::put(const KeptAccount &account)
{
    KeptAccount kept = account;
    kept.user.own.reset();
    QList<KeptAccount> accounts = all();
    const auto known = std::ranges::find(accounts, keyOf(kept), keyOf);
    // At each start the same comes back: nothing to wait for the disk for.
    if (known != accounts.end() && known->server == kept.server && known->user.toJson() == kept.user.toJson())
        return;
    if (known != accounts.end())
        *known = std::move(kept);
    else
        accounts.append(std::move(kept));
    write(accounts);
}

void KeptAccounts::remove(const QString &key)
{
    QList<KeptAccount> accounts = all();
    if (accounts.removeIf([&key](const KeptAccount &account) { return keyOf(account) == key; }) > 0)
        write(accounts);
}

void KeptAccounts::setCurrent(const QString &key)
{
    if (m_settings->value(kCurrent).toString() == key)
        return;
    m_settings->setValue(kCurrent, key);
    m_settings->sync();
}

void KeptAccounts::write(const QList<KeptAccount> &accounts)
{
    m_settings->remove(kList);
    m_settings->beginWriteArray(kList, static_cast<int>(accounts.size()));
    for (int i = 0; i < accounts.size(); ++i) {
        m_settings->setArrayIndex(i);
        accounts[i].server.writeTo(*m_settings);
        const QByteArray profile = QJsonDocument(accounts[i].user.toJson()).toJson(QJsonDocument::Compact);
        m_settings->setValue("user", QString::fromUtf8(profile));
    }
    m_settings->endArray();
    m_settings->sync();
}

} // namespace plexi::app
