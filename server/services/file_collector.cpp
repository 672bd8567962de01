// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/file_collector.h"

#include "server/store/blobs_store.h"
#include "server/store/uploads_store.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace blobs = store::blobs;
namespace uploads = store::uploads;

using store::WriteTransaction;

namespace {

Q_LOGGING_CATEGORY(lcFiles, "plexichat.files")

constexpr qint64 kCollectedAtOnce = 100;

void report(const Result<> &outcome)
{
    if (!outcome)
        qCWarning(lcFiles).noquote() << outcome.error().message;
}

} // namespace

FileCollector::FileCollector(store::Database &database, files::FileStorage &storage, std::function<Timestamp()> clock)
    : m_database(database), m_storage(storage), m_clock(std::move(clock))
{
}

FileCollector::~FileCollector()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void FileCollector::start()
{
    m_thread = std::thread([this] { work(); });
}

void FileCollector::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isAwake = true;
    }
    m_changed.notify_all();
}

bool FileCollector::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_isStopping;
}

void FileCollector::work()
{
    report(sweep());
    while (true) {
        report(collect());
        for (const Chore &chore : m_chores)
            report(chore([this] { return isStopping(); }));
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, kInterval, [this] { return m_isAwake || m_isStopping; });
        m_isAwake = false;
        if (m_isStopping)
            return;
    }
}

Result<> FileCollector::removeBlob(const QByteArray &sha256, bool isKnown)
{
    return m_storage.pins().removing(sha256, [&]() -> Result<> {
        // From here on nobody can begin to need it; who did so before has committed.
        auto job = [sha256](WriteTransaction &transaction) {
            return blobs::forgetUnreferenced(transaction.connection(), sha256);
        };
        bool isUnneeded = false;
        if (isKnown) {
            const Result<bool> forgotten = m_database.writeAndWait(job);
            if (!forgotten)
                return fail(forgotten.error());
            isUnneeded = *forgotten;
        } else {
            const auto known = blobs::find(m_database.reader(), sha256);
            if (!known)
                return fail(known.error());
            isUnneeded = !*known;
        }
        // Last: where we die before, the sweep of the next start finds it.
        return isUnneeded ? m_storage.blobs().remove(sha256) : Result<>();
    });
}

Result<> FileCollector::collect()
{
    QList<QByteArray> before;
    while (!isStopping()) {
        const auto unneeded = blobs::unreferenced(m_database.reader(), kCollectedAtOnce);
        if (!unneeded)
            return fail(unneeded.error());
        // The same again: each of them is pinned at this moment.
        if (unneeded->isEmpty() || *unneeded == before)
            break;
        for (const QByteArray &sha256 : *unneeded) {
            if (auto removed = removeBlob(sha256, true); !removed)
                return removed;
        }
        before = *unneeded;
    }
    const Timestamp now = m_clock();
    const auto spent = uploads::spent(m_database.reader(), now);
    if (!spent)
        return fail(spent.error());
    for (const UploadId upload : *spent)
        m_storage.removeIncoming(upload.toString());
    const Timestamp forgotten = now.plusSeconds(-kRememberedSeconds);
    const auto mayForget = uploads::hasExpired(m_database.reader(), forgotten);
    // Else a server that nobody uses would write once a minute.
    if (!mayForget || !*mayForget)
        return mayForget ? Result<>() : Result<>(fail(mayForget.error()));
    return m_database.writeAndWait(
        [forgotten](WriteTransaction &transaction) { return uploads::forget(transaction.connection(), forgotten); });
}

Result<> FileCollector::sweep()
{
    Result<> outcome;
    const auto visited = m_storage.blobs().forEach([&](const QByteArray &sha256, qint64) {
        const auto known = blobs::find(m_database.reader(), sha256);
        if (!known)
            outcome = fail(known.error());
        else if (!*known)
            outcome = removeBlob(sha256, false);
        return outcome && !isStopping();
    });
    return visited ? outcome : visited;
}

Result<> FileCollector::clearIncoming()
{
    const auto open = uploads::open(m_database.reader(), m_clock());
    if (!open)
        return fail(open.error());
    QSet<QString> needed;
    for (const UploadId upload : *open)
        needed.insert(upload.toString());
    for (const QString &name : m_storage.incoming()) {
        if (!needed.contains(name))
            m_storage.removeIncoming(name);
    }
    return {};
}

} // namespace plexi::services
