// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/slack_blocks.h"

#include "shared/protocol/slack_markup.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

/** Programs write numbers where the reference says text. */
QString textOf(const QJsonValue &value)
{
    return value.isDouble() || value.isBool() ? value.toVariant().toString() : value.toString();
}

QString markedUp(const QJsonValue &value)
{
    return markdownFromSlack(textOf(value));
}

/** A text object: Slack's markup, or plain text. */
QString textObject(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const QString text = textOf(object.value("text"_L1));
    return object.value("type"_L1) == "mrkdwn"_L1 ? markdownFromSlack(text) : text;
}

QString bold(const QString &text)
{
    return text.isEmpty() ? QString() : u"**%1**"_s.arg(text);
}

void add(QStringList &lines, const QString &line)
{
    if (!line.trimmed().isEmpty())
        lines.append(line);
}

QString quoted(const QString &text)
{
    return text.isEmpty() ? QString() : "> "_L1 + QString(text).replace(u'\n', "\n> "_L1);
}

QString styled(QString text, const QJsonObject &style)
{
    if (text.isEmpty() || text.trimmed() != text)
        return text;
    if (style.value("code"_L1).toBool())
        return u'`' + text + u'`';
    if (style.value("bold"_L1).toBool())
        text = bold(text);
    if (style.value("italic"_L1).toBool())
        text = u'_' + text + u'_';
    if (style.value("strike"_L1).toBool())
        text = "~~"_L1 + text + "~~"_L1;
    return text;
}

/** One of the smallest parts of rich text. */
QString richPiece(const QJsonObject &piece)
{
    const QString type = piece.value("type"_L1).toString();
    if (type == "text"_L1)
        return styled(textOf(piece.value("text"_L1)), piece.value("style"_L1).toObject());
    if (type == "link"_L1)
        return markdownLink(piece.value("url"_L1).toString(), textOf(piece.value("text"_L1)));
    if (type == "emoji"_L1)
        return u':' + piece.value("name"_L1).toString() + u':';
    if (type == "broadcast"_L1)
        return piece.value("range"_L1) == "here"_L1 ? u"@here"_s : u"@channel"_s;
    if (type == "user"_L1)
        return u'@' + piece.value("user_id"_L1).toString();
    if (type == "channel"_L1)
        return u'#' + piece.value("channel_id"_L1).toString();
    return textOf(piece.value("fallback"_L1));
}

QString richPieces(const QJsonObject &part)
{
    QString text;
    for (const auto &piece : part.value("elements"_L1).toArray())
        text += richPiece(piece.toObject());
    return text;
}

QString richText(const QJsonObject &block)
{
    QStringList lines;
    for (const auto &value : block.value("elements"_L1).toArray()) {
        const QJsonObject part = value.toObject();
        const QString type = part.value("type"_L1).toString();
        if (type == "rich_text_list"_L1) {
            const QString indent(2 * std::clamp<qsizetype>(part.value("indent"_L1).toInt(), 0, 8), u' ');
            const QString bullet = part.value("style"_L1) == "ordered"_L1 ? u"1. "_s : u"- "_s;
            for (const auto &item : part.value("elements"_L1).toArray())
                lines.append(indent + bullet + richPieces(item.toObject()));
        } else if (type == "rich_text_preformatted"_L1) {
            lines.append("```\n"_L1 + richPieces(part) + "\n```"_L1);
        } else if (type == "rich_text_quote"_L1) {
            lines.append(quoted(richPieces(part)));
        } else {
            lines.append(richPieces(part));
        }
    }
    return lines.join(u'\n');
}

QString section(const QJsonObject &block)
{
    QStringList lines;
    add(lines, textObject(block.value("text"_L1)));
    for (const auto &field : block.value("fields"_L1).toArray())
        add(lines, textObject(field));
    return lines.join(u'\n');
}

/** Small texts and pictures side by side. */
QString context(const QJsonObject &block)
{
    QStringList parts;
    for (const auto &value : block.value("elements"_L1).toArray()) {
        const QJsonObject element = value.toObject();
        add(parts, element.value("type"_L1) == "image"_L1 ? textOf(element.value("alt_text"_L1)) : textObject(element));
    }
    return parts.join(u" · ");
}

QString buttons(const QJsonObject &block)
{
    QStringList parts;
    for (const auto &element : block.value("elements"_L1).toArray()) {
        const QString address = element.toObject().value("url"_L1).toString();
        if (!address.isEmpty())
            add(parts, markdownLink(address, textObject(element.toObject().value("text"_L1))));
    }
    return parts.join(u" · ");
}

QString oneBlock(const QJsonObject &block)
{
    const QString type = block.value("type"_L1).toString();
    if (type == "header"_L1)
        return bold(textObject(block.value("text"_L1)));
    if (type == "section"_L1)
        return section(block);
    if (type == "context"_L1)
        return context(block);
    if (type == "actions"_L1)
        return buttons(block);
    if (type == "rich_text"_L1)
        return richText(block);
    if (type == "markdown"_L1)
        return textOf(block.value("text"_L1));
    if (type == "divider"_L1)
        return u"---"_s;
    if (type == "image"_L1)
        return markdownLink(block.value("image_url"_L1).toString(), textOf(block.value("alt_text"_L1)));
    return {};
}

QString fieldOf(const QJsonObject &field)
{
    const QString title = bold(textOf(field.value("title"_L1)));
    const QString value = markedUp(field.value("value"_L1));
    if (title.isEmpty() || value.isEmpty())
        return title + value;
    return title + (value.contains(u'\n') ? "\n"_L1 : ": "_L1) + value;
}

} // namespace

QString markdownFromBlocks(const QJsonArray &blocks)
{
    QStringList paragraphs;
    for (const auto &block : blocks)
        add(paragraphs, oneBlock(block.toObject()));
    return paragraphs.join("\n\n"_L1);
}

QString markdownFromAttachment(const QJsonObject &attachment)
{
    const auto text = [&](QLatin1StringView name) {
        return textOf(attachment.value(name));
    };
    const auto linked = [&](QLatin1StringView label, QLatin1StringView address) {
        return text(label).isEmpty() ? QString() : markdownLink(text(address), text(label));
    };
    QStringList body;
    add(body, linked("author_name"_L1, "author_link"_L1));
    add(body, bold(linked("title"_L1, "title_link"_L1)));
    add(body, markedUp(attachment.value("text"_L1)));
    for (const auto &field : attachment.value("fields"_L1).toArray())
        add(body, fieldOf(field.toObject()));
    add(body, markdownFromBlocks(attachment.value("blocks"_L1).toArray()));
    add(body, text("image_url"_L1));
    add(body, text("footer"_L1));
    const QString pretext = markedUp(attachment.value("pretext"_L1));
    if (body.isEmpty() && pretext.isEmpty())
        add(body, text("fallback"_L1));
    QStringList lines;
    add(lines, pretext);
    add(lines, quoted(body.join(u'\n')));
    return lines.join(u'\n');
}

} // namespace plexi::protocol
