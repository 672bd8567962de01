// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/highlighter.h"
#include "app/text/inline_text.h"

#include <QList>

namespace plexi::app {

/** A part of a message that is shown in a way of its own. */
struct TextPart {
    enum class Kind {
        /** Rich text: paragraphs, headings, lists. */
        Text,
        /** The same, quoted. */
        Quote,
        Table,
        /** @c plain is the code, @c html the same in colours. */
        Code,
        Rule,
    };

    Kind kind = Kind::Text;
    /** Made here of escaped text and a few tags; nothing in it loads anything. */
    QString html = {};
    /** Without markup, for the clipboard and the screen reader. */
    QString plain = {};
    /** Of code, for people; may be empty. */
    QString language = {};

    friend bool operator==(const TextPart &, const TextPart &) = default;
};

/**
 * Makes parts out of a message's Markdown (CommonMark with tables, strike-through and bare links, by MD4C). Raw HTML is text,
 * a picture is a link, and a link leads to http, https, mailto or this program (plexichat) or nowhere. Main thread.
 */
class Markdown
{
public:
    QList<TextPart> parts(const QString &text, const NameBook &names);
    /** Of text that is no Markdown: only names, short codes and bare links are more than letters. */
    QList<TextPart> plainParts(const QString &text, const NameBook &names);
    /** Nothing in it looks otherwise than it is written: the text itself will do. */
    static bool isPlain(const QString &text, const NameBook &names);

private:
    Highlighter m_highlighter;
};

} // namespace plexi::app
