// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/server_images.h"

#include "app/cache/pictures_cache.h"

#include <QCryptographicHash>
#include <QDate>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace plexi::app {

using cache::Database;

namespace {

qint64 today()
{
    return QDate(1970, 1, 1).daysTo(QDate::currentDate());
}

} // namespace

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
    if (const QByteArray kept = fromCache(name); !kept.isEmpty()) {
        m_known.insert(name, new QByteArray(kept), kept.size());
        taken(kept);
        return;
    }
    const bool isAsked = m_waiting.contains(name);
    m_waiting.insert(name, taken);
    if (!isAsked)
        fetch(name);
}

QByteArray ServerImages::fromCache(const QString &name)
{
    const auto found = m_cache->peek([&name](Database &database) { return cache::readPicture(database, name); });
    if (!found || !*found)
        return {};
    // Once a day: which picture goes first needs no better clock.
    if (const qint64 day = today(); (*found)->usedOn != day)
        m_cache->post([name, day](Database &database) { return cache::usePicture(database, name, day); });
    return (*found)->bytes;
}

void ServerImages::keep(const QString &name, const QByteArray &picture)
{
    m_known.insert(name, new QByteArray(picture), picture.size());
    m_cache->post([name, kept = cache::Picture{.bytes = picture, .usedOn = today()}](Database &database) {
        return cache::writePicture(database, name, kept);
    });
}

qint64 ServerImages::keptSize()
{
    return m_cache->read([](Database &database) { return cache::picturesSize(database); }).value_or(0);
}

void ServerImages::clear()
{
    m_known.clear();
    m_cache->post([](Database &database) { return cache::removePictures(database); });
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
        keep(name, picture);
    const QList<Taken> waiting = m_waiting.values(name);
    m_waiting.remove(name);
    for (const Taken &taken : waiting)
        taken(picture);
}

} // namespace plexi::app
