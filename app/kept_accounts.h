// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/remembered_servers_model.h"
#include "shared/protocol/user.h"

#include <QList>
#include <QSettings>

namespace plexi::app {

/** An account that is to be signed in again at the next start. Its tokens are in the TokenStore. */
struct KeptAccount {
    RememberedServer server;
    /** Its public profile, so that the workspace opens before the server has answered. */
    protocol::User user;
    /** Where it stands among them. */
    int rank = 0;
};

/** Those of a profile, in the order in which they were added; written at once. Main thread. */
class KeptAccounts
{
public:
    /** @p settings must outlive this. */
    explicit KeptAccounts(QSettings *settings) : m_settings(settings) { }

    QList<KeptAccount> all() const;
    /** All, the one first that was shown when the program ended. */
    QList<KeptAccount> currentFirst() const;
    /** In the place of what was known of it, else behind the others. */
    void put(const KeptAccount &account);
    void remove(const QString &key);
    void setCurrent(const QString &key);

private:
    void write(const QList<KeptAccount> &accounts);

    QSettings *m_settings;
};

} // namespace plexi::app
