// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/audit_entry.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

QJsonValue textOrNull(const std::optional<QString> &text)
{
    return nullable(text, [](const QString &known) { return known; });
}

} // namespace

QJsonObject AuditEntry::toJson() const
{
    QJsonValue actorObject = QJsonValue::Null;
    if (actor)
        actorObject = QJsonObject{{"id"_L1, actor->toString()}, {"username"_L1, textOrNull(actorName)}};
    QJsonValue target = QJsonValue::Null;
    if (targetId)
        target = QJsonObject{
            {"type"_L1, textOrNull(targetType)}, {"id"_L1, *targetId}, {"name"_L1, textOrNull(targetName)}};
    return {
        {"id"_L1, id.toString()},
        {"action"_L1, action},
        {"actor"_L1, actorObject},
        {"target"_L1, target},
        {"detail"_L1, detail},
        {"address"_L1, textOrNull(address)},
        {"created_at"_L1, createdAt.toIso()},
    };
}

Schema AuditEntry::schema()
{
    const Schema actor = Schema::object("AuditActor"_L1)
                             .with("id"_L1, Schema::id<UserId>())
                             .with("username"_L1, Schema::string().orNull().about("null once it was forgotten"_L1));
    const Schema target = Schema::object("AuditTarget"_L1)
                              .with("type"_L1, Schema::string().example("user"_L1))
                              .with("id"_L1, Schema::string().example("user_123"_L1))
                              .with("name"_L1, Schema::string().orNull());
    return Schema::object("AuditEntry"_L1)
        .with("id"_L1, Schema::id<AuditId>())
        .with("action"_L1, Schema::string().example("sign_in.failed"_L1))
        .with("actor"_L1, actor.orNull())
        .with("target"_L1, target.orNull())
        .with("detail"_L1, Schema::string().about("More words on the action; often empty"_L1))
        .with("address"_L1, Schema::string().orNull())
        .with("created_at"_L1, Schema::timestamp());
}

QJsonObject AuditPage::toJson() const
{
    QJsonArray list;
    for (const AuditEntry &entry : entries)
        list.append(entry.toJson());
    const bool hasNext = hasMore && !entries.isEmpty();
    const QJsonObject pagination{
        {"has_more"_L1, hasMore},
        {"next_cursor"_L1, hasNext ? QJsonValue(entries.last().id.toString()) : QJsonValue(QJsonValue::Null)}};
    return {{"audit"_L1, list}, {"pagination"_L1, pagination}};
}

Schema AuditPage::schema()
{
    const Schema pagination =
        Schema::object().with("has_more"_L1, Schema::boolean()).with("next_cursor"_L1, Schema::id<AuditId>().orNull());
    return Schema::object("AuditPage"_L1)
        .with("audit"_L1, Schema::array(AuditEntry::schema()))
        .with("pagination"_L1, pagination);
}

} // namespace plexi::protocol
