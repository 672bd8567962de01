// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/sync.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

constexpr qint64 kMaxSeq = 1LL << 52;

Result<SyncedChannel> syncedChannel(const QJsonObject &object)
{
    auto channel = Channel::fromJson(object.value("channel"_L1).toObject());
    if (!channel)
        return fail(std::move(channel.error()));
    JsonReader reader(object, u"channels"_s);
    SyncedChannel synced{
        .channel = std::move(*channel),
        .messages = {},
        .seq = reader.integer("seq"_L1, 0, kMaxSeq),
        .isNew = reader.boolean("is_new"_L1),
        .hasMore = reader.boolean("has_more"_L1),
    };
    for (const auto &element : reader.array("messages"_L1)) {
        auto message = Message::fromJson(element.toObject());
        if (!message)
            return fail(std::move(message.error()));
        synced.messages.append(std::move(*message));
    }
    if (const auto fault = reader.error())
        return fail(*fault);
    return synced;
}

} // namespace

Result<SyncRequest> SyncRequest::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    SyncRequest request;
    request.limit = reader.optionalInteger("limit"_L1, 1, kMaxLimit).value_or(kDefaultLimit);
    const QJsonObject channels = reader.optionalObject("channels"_L1).value_or(QJsonObject());
    if (channels.size() > kMaxChannels)
        reader.addFault("channels"_L1, u"Must name at most %1 channels"_s.arg(kMaxChannels));
    if (auto fault = reader.error())
        return fail(std::move(*fault));
    JsonReader seqs(channels, u"channels"_s);
    for (const QString &name : channels.keys()) {
        const QByteArray key = name.toUtf8();
        request.seqs.insert(name, seqs.integer(QLatin1StringView(key), 0, kMaxSeq));
    }
    if (auto fault = seqs.error())
        return fail(std::move(*fault));
    return request;
}

QJsonObject SyncRequest::toJson() const
{
    QJsonObject channels;
    for (const auto &[name, seq] : seqs.asKeyValueRange())
        channels.insert(name, seq);
    return {{"channels"_L1, channels}, {"limit"_L1, limit}};
}

Schema SyncRequest::schema()
{
    return Schema::object("SyncRequest"_L1)
        .with("channels"_L1,
              Schema::anyObject().optional().about("By channel: the seq up to which the caller has everything"_L1))
        .with("limit"_L1,
              Schema::integer(1, kMaxLimit).optional().about("Messages and channels together; 50 where absent"_L1));
}

QByteArray SyncPage::toJson() const
{
    JsonWriter writer;
    writer.beginObject();
    writer.name("channels"_L1);
    writer.beginArray();
    for (const SyncedChannel &synced : channels) {
        writer.beginObject();
        writer.name("channel"_L1);
        writer.value(synced.channel.toJson());
        writer.name("messages"_L1);
        writer.beginArray();
        for (const Message &message : synced.messages)
            message.write(writer);
        writer.endArray();
        writer.member("seq"_L1, synced.seq);
        writer.member("is_new"_L1, synced.isNew);
        writer.member("has_more"_L1, synced.hasMore);
        writer.endObject();
    }
    writer.endArray();
    writer.member("gone"_L1, gone);
    writer.member("has_more"_L1, hasMore);
    writer.endObject();
    return writer.take();
}

Result<SyncPage> SyncPage::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    SyncPage page;
    page.gone = reader.strings("gone"_L1, SyncRequest::kMaxChannels);
    page.hasMore = reader.boolean("has_more"_L1);
    for (const auto &element : reader.array("channels"_L1)) {
        auto synced = syncedChannel(element.toObject());
        if (!synced)
            return fail(std::move(synced.error()));
        page.channels.append(std::move(*synced));
    }
    if (const auto fault = reader.error())
        return fail(*fault);
    return page;
}

Schema SyncPage::schema()
{
    const Schema channel = Schema::object("SyncedChannel"_L1)
                               .with("channel"_L1, Channel::schema())
                               .with("messages"_L1,
                                     Schema::array(Message::schema()).about("Oldest change first, with tombstones"_L1))
                               .with("seq"_L1, Schema::integer().about("To be given the next time"_L1))
                               .with("is_new"_L1,
                                     Schema::boolean().about("Load its pages: the caller has nothing that counts"_L1))
                               .with("has_more"_L1, Schema::boolean());
    return Schema::object("SyncPage"_L1)
        .with("channels"_L1, Schema::array(channel))
        .with("gone"_L1, Schema::array(Schema::string()).about("Named, but not to be read (any more)"_L1))
        .with("has_more"_L1, Schema::boolean());
}

} // namespace plexi::protocol
