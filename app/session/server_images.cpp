// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/server_images.h"

#include <QCryptographicHash>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace plexi::app {

ServerImages::~ServerImages()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const Taken &taken : waiting)
        taken({});
}

QString ServerImages::accountOf(const QString &server, UserId self)
{
    const QByteArray whole = (server + u' ' + self.toString()).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex().first(16));
}

void ServerImages::take(const QString &name, Taken taken)
{
    if (const QByteArray *known = m_known.object(name)) {
        taken(*known);
        return;
    }
    const bool isAsked = m_waiting.contains(name);
    m_waiting.insert(name, std::move(taken));
    if (!isAsked)
        fetch(name);
}

QCoro::Task<> ServerImages::fetch(QString name)
{
    const QPointer<ServerImages> self(this);
    const QString kind = name.section(u'/', 0, 0);
    const QString id = name.section(u'/', 1, 1);
    ApiResult<QByteArray> bytes = cancelled();
    if (const auto user = UserId::fromString(id); kind == "person"_L1 && user)
        bytes = co_await m_api->avatar(*user);
    else if (const auto file = FileId::fromString(id))
        bytes = co_await m_api->thumbnail(*file, kind == "large"_L1);
    if (!self)
        co_return;
    const QByteArray picture = bytes.value_or(QByteArray());
    if (!picture.isEmpty())
        m_known.insert(name, new QByteArray(picture), picture.size());
    const QList<Taken> waiting = m_waiting.values(name);
    m_waiting.remove(name);
    for (const Taken &taken : waiting)
        taken(picture);
}

} // namespace plexi::app
