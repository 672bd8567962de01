// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/slack_payload.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"
#include "shared/protocol/slack_blocks.h"
#include "shared/protocol/slack_markup.h"

#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

// Slack's own limits.
constexpr LengthRange kTextLength{.min = 0, .max = 40'000};
constexpr LengthRange kSenderLength{.min = 0, .max = 80};
constexpr qsizetype kMaxParts = 100;

QString cut(const QString &text)
{
    if (text.size() <= Message::kMaxContent)
        return text;
    const QList<uint> points = text.toUcs4();
    if (points.size() <= Message::kMaxContent)
        return text;
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()), Message::kMaxContent - 1) + u'…';
}

/** "**Jenkins** :rocket:", or nothing. */
QString firstLine(const QString &username, const QString &emoji)
{
    QStringList parts;
    if (!username.isEmpty())
        parts.append("**"_L1 + username + "**"_L1);
    if (!emoji.isEmpty())
        parts.append(emoji);
    return parts.join(u' ');
}

QJsonArray partsOf(JsonReader &reader, QLatin1StringView name)
{
    QJsonArray parts = reader.optionalArray(name).value_or(QJsonArray());
    if (parts.size() > kMaxParts)
        reader.addFault(name, u"At most %1"_s.arg(kMaxParts));
    return parts;
}

} // namespace

Result<SlackPayload> SlackPayload::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    const QString text = reader.optionalString("text"_L1, kTextLength).value_or(QString());
    const bool isMarkup = reader.optionalBoolean("mrkdwn"_L1).value_or(true);
    const QString username = reader.optionalString("username"_L1, kSenderLength).value_or(QString()).simplified();
    const QString emoji = reader.optionalString("icon_emoji"_L1, kSenderLength).value_or(QString()).simplified();
    const QJsonArray blocks = partsOf(reader, "blocks"_L1);
    const QJsonArray attachments = partsOf(reader, "attachments"_L1);
    if (const auto fault = reader.error())
        return fail(*fault);

    QStringList said;
    if (const QString fromBlocks = markdownFromBlocks(blocks); !fromBlocks.isEmpty())
        said.append(fromBlocks);
    else if (!text.trimmed().isEmpty())
        said.append(isMarkup ? markdownFromSlack(text) : text);
    for (const auto &attachment : attachments) {
        if (const QString part = markdownFromAttachment(attachment.toObject()); !part.isEmpty())
            said.append(part);
    }
    if (said.isEmpty())
        return fail(Error::validation(u"text"_s, u"Must say something: text, blocks or attachments"_s));
    const QString head = firstLine(username, emoji);
    QString content = said.join("\n\n"_L1);
    if (!head.isEmpty())
        content = head + u'\n' + content;
    const bool isPlain = !isMarkup && blocks.isEmpty() && attachments.isEmpty() && head.isEmpty();
    return SlackPayload{.content = cut(content), .contentType = isPlain ? ContentType::Text : ContentType::Markdown};
}

Result<SlackPayload> SlackPayload::fromBody(const QByteArray &body, bool isForm)
{
    QByteArray json = body.trimmed();
    // Many programs send JSON and leave their client's type for forms on it.
    if (isForm && !json.startsWith('{')) {
        QUrlQuery form;
        form.setQuery(QString::fromLatin1(json).replace(u'+', "%20"_L1));
        json = QUrl::fromPercentEncoding(form.queryItemValue(u"payload"_s, QUrl::FullyEncoded).toLatin1()).toUtf8();
        if (json.isEmpty())
            return fail({.code = ErrorCode::BadRequest, .message = u"The form has no field named payload"_s});
    }
    const auto object = parseObject(json);
    if (!object)
        return fail(object.error());
    return fromJson(*object);
}

Schema SlackPayload::schema()
{
    const Schema attachment = Schema::object("SlackAttachment"_L1)
                                  .with("fallback"_L1, Schema::string().optional())
                                  .with("pretext"_L1, Schema::string().optional())
                                  .with("title"_L1, Schema::string().optional())
                                  .with("title_link"_L1, Schema::string().optional())
                                  .with("text"_L1, Schema::string().optional());
    return Schema::object("SlackPayload"_L1)
        .with("text"_L1,
              Schema::string(kTextLength).optional().example("Build *42* passed: <https://ci.example|log>"_L1))
        .with("username"_L1, Schema::string(kSenderLength).optional().about("Stands in the message's first line"_L1))
        .with("icon_emoji"_L1, Schema::string(kSenderLength).optional().example(":rocket:"_L1))
        .with("mrkdwn"_L1, Schema::boolean().optional().about("false: the text is plain"_L1))
        .with("blocks"_L1, Schema::array(Schema::anyObject(), {.min = 0, .max = kMaxParts}).optional())
        .with("attachments"_L1, Schema::array(attachment, {.min = 0, .max = kMaxParts}).optional());
}

Schema SlackPayload::formSchema()
{
    return Schema::object("SlackForm"_L1)
        .with("payload"_L1, Schema::string().example(R"({"text":"Build 42 passed"})"_L1).about("The same as JSON"_L1));
}

} // namespace plexi::protocol
