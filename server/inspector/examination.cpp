// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/inspector/examination.h"

#include "server/inspector/documents.h"
#include "server/inspector/locations.h"
#include "server/inspector/media.h"
#include "server/inspector/pictures.h"
#include "server/inspector/texts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plexi::inspector {

namespace {

/** Letters of a title or a name: more is no title. */
constexpr qsizetype kMaxWords = 500;

/** Collects an answer's two halves. */
class Answer
{
public:
    QJsonObject metadata;

    void addWords(QLatin1StringView name, const QString &words)
    {
        if (!words.isEmpty())
            metadata.insert(name, words.first(std::min(words.size(), kMaxWords)));
    }
    void addPreview(QLatin1StringView variant, const Picture &picture)
    {
        m_previews.append(QJsonObject{{"variant"_L1, variant},
                                      {"content_type"_L1, QString::fromLatin1(picture.contentType)},
                                      {"size"_L1, picture.bytes.size()}});
        m_bytes += picture.bytes;
    }
    void hide(const QList<Span> &spans)
    {
        for (const Span &span : spans)
            m_hidden.append(QJsonArray{span.offset, span.length});
    }
    void setText(const QString &text) { m_text = text.toUtf8(); }

    QByteArray take() const
    {
        const QJsonObject head{{"metadata"_L1, metadata},
                               {"previews"_L1, m_previews},
                               {"hidden"_L1, m_hidden},
                               {"text"_L1, m_text.size()}};
        return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + m_bytes + m_text;
    }

private:
    QJsonArray m_previews;
    QJsonArray m_hidden;
    QByteArray m_bytes;
    QByteArray m_text;
};

void addPicture(Answer &answer, const QByteArray &bytes)
{
    // Before it is decoded: also a picture that we cannot read says where it was taken.
    answer.hide(locationsIn(bytes));
    const auto facts = examinePicture(bytes);
    if (!facts)
        return;
    answer.metadata.insert("width"_L1, facts->size.width());
    answer.metadata.insert("height"_L1, facts->size.height());
    answer.metadata.insert("blurhash"_L1, facts->blurhash);
    answer.addPreview("small"_L1, facts->small);
    answer.addPreview("large"_L1, facts->large);
}

void addDocument(Answer &answer, const QByteArray &bytes)
{
    const auto facts = examineDocument(bytes);
    if (!facts)
        return;
    answer.metadata.insert("pages"_L1, facts->pages);
    answer.addWords("title"_L1, facts->title);
    answer.addWords("author"_L1, facts->author);
    if (facts->small && facts->large) {
        answer.addPreview("small"_L1, *facts->small);
        answer.addPreview("large"_L1, *facts->large);
    }
    answer.setText(facts->text);
}

void addMedia(Answer &answer, const QByteArray &bytes)
{
    if (const auto duration = durationOf(bytes))
        answer.metadata.insert("duration"_L1, *duration);
}

void addText(Answer &answer, const QByteArray &bytes)
{
    const auto text = examineText(bytes);
    if (!text)
        return;
    answer.metadata.insert("lines"_L1, text->lines);
    answer.metadata.insert("encoding"_L1, text->encoding);
    answer.setText(text->text);
}

enum class Kind { Picture, Document, Media, Text };

Kind kindOf(const QByteArray &head)
{
    if (isPicture(head))
        return Kind::Picture;
    if (isDocument(head))
        return Kind::Document;
    return isMedia(head) ? Kind::Media : Kind::Text;
}

} // namespace

void loadFor(const QByteArray &head)
{
    switch (kindOf(head)) {
    case Kind::Picture:
        return loadDecoders();
    case Kind::Document:
        loadDecoders();
        return loadDocuments();
    case Kind::Media:
        return loadMedia();
    case Kind::Text:
        return;
    }
}

QByteArray examine(const QByteArray &bytes)
{
    Answer answer;
    switch (kindOf(bytes.first(std::min(bytes.size(), kHead)))) {
    case Kind::Picture:
        addPicture(answer, bytes);
        break;
    case Kind::Document:
        addDocument(answer, bytes);
        break;
    case Kind::Media:
        addMedia(answer, bytes);
        break;
    case Kind::Text:
        addText(answer, bytes);
        break;
    }
    return answer.take();
}

} // namespace plexi::inspector
