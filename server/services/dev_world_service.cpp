// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/dev_world_service.h"

#include "server/files/content_types.h"
#include "server/store/blobs_store.h"
#include "server/store/channels_store.h"
#include "server/store/files_store.h"
#include "server/store/members_store.h"
#include "server/store/messages_store.h"
#include "server/store/read_markers_store.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace plexi::services {

using protocol::Channel;
using protocol::ChannelRole;
using protocol::Message;
using store::Connection;

namespace {

// 2025-01-15T10:00:00Z: the day of the reference's examples, before anything that a real server ever stores.
constexpr Timestamp kBeginning{1'736'935'200'000};
constexpr qint64 kPause = 60;

constexpr ChannelId kFirstChannel{123};
constexpr ChannelId kSecondChannel{456};
constexpr FileId kFile{123};

Result<> insertChannel(Connection &connection, ChannelId id, const QString &name, const QString &slug,
                       const QString &topic, const QList<UserId> &people)
{
    Channel channel;
    channel.id = id;
    channel.name = name;
    channel.slug = slug;
    channel.topic = topic;
    channel.createdBy = people.first();
    channel.createdAt = kBeginning;
    if (auto inserted = store::channels::insert(connection, channel); !inserted)
        return inserted;
    for (const UserId user : people) {
        const ChannelRole role = user == people.first() ? ChannelRole::Owner : ChannelRole::Member;
        const auto joined = store::members::add(connection, id, user, role, kBeginning);
        if (!joined)
            return fail(joined.error());
    }
    return {};
}

Result<> insertMessage(Connection &connection, MessageId id, UserId author, Timestamp createdAt, const QString &content)
{
    const auto step = store::messages::countMessage(connection, kFirstChannel, id);
    if (!step)
        return fail(step.error());
    if (!*step)
        return fail(Error::internal(u"The channel that was just made is not there"_s));
    Message message;
    message.id = id;
    message.channelId = kFirstChannel;
    message.userId = author;
    message.content = content;
    message.createdAt = createdAt;
    message.seq = (*step)->seq;
    if (auto inserted = store::messages::insert(connection, message, (*step)->ordinal); !inserted)
        return inserted;
    const auto counted = store::read_markers::countOwn(connection, kFirstChannel, author);
    return counted ? Result<>() : fail(counted.error());
}

Result<> insertWorld(Connection &connection, UserId admin, UserId user)
{
    const QList<UserId> people{admin, user};
    auto made = insertChannel(connection, kFirstChannel, u"Product"_s, u"product"_s, u"What we build next"_s, people);
    if (made)
        made = insertChannel(connection, kSecondChannel, u"Engineering"_s, u"engineering"_s, u"How we build it"_s,
                             people);
    const struct {
        MessageId id;
        UserId author;
        QString content;
    } messages[] = {
        {MessageId(123), admin, u"Hello, world!"_s},
        {MessageId(456), admin, u"The release notes are ready for a last look."_s},
        {MessageId(789), user, u"Read them: good to go."_s},
    };
    Timestamp moment = kBeginning.plusSeconds(30 * kPause);
    for (const auto &message : messages) {
        if (made)
            made = insertMessage(connection, message.id, message.author, moment, message.content);
        moment = moment.plusSeconds(kPause);
    }
    return made;
}

} // namespace

Result<> DevWorldService::create(UserId admin, UserId user)
{
    return m_database.writeAndWait([admin, user](store::WriteTransaction &transaction) -> Result<> {
        Connection &connection = transaction.connection();
        const auto existing = store::channels::findForEvent(connection, kFirstChannel);
        if (!existing)
            return fail(existing.error());
        if (*existing)
            return {};
        return insertWorld(connection, admin, user);
    });
}

Result<> DevWorldService::addFile(files::FileStorage &storage, UserId uploader)
{
    const auto existing = store::files::find(m_database.reader(), kFile, uploader);
    if (!existing)
        return fail(existing.error());
    if (*existing)
        return {};
    QFile document(u":/plexi/dev_world/document.pdf"_s);
    if (!document.open(QIODevice::ReadOnly))
        return fail(Error::internal(u"The document of the examples is missing"_s));
    const auto incoming = files::IncomingFile::open(storage.incomingPath(u"document"_s),
                                                    files::IncomingFile::Fate::Removed);
    if (!incoming)
        return fail(incoming.error());
    if (auto written = (*incoming)->append(document.readAll()); !written)
        return written;
    const auto blob = storage.storeAndWait(*incoming);
    if (!blob)
        return fail(blob.error());
    const QString name = u"document.pdf"_s;
    const protocol::File file{.id = kFile,
                              .filename = name,
                              .originalFilename = name,
                              .size = blob->size,
                              .contentType = files::contentTypeOf(name, blob->head),
                              .channelId = kFirstChannel,
                              .uploadedBy = uploader,
                              .uploadedAt = kBeginning.plusSeconds(30 * kPause),
                              .description = u"Important document"_s};
    return m_database.writeAndWait([&](store::WriteTransaction &transaction) -> Result<> {
        Connection &connection = transaction.connection();
        if (auto known = store::blobs::add(connection, blob->sha256, blob->size, protocol::ScanStatus::NotScanned);
            !known)
            return known;
        return store::files::insert(connection, file, blob->sha256);
    });
}

} // namespace plexi::services
