// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/spell_highlighter.h"

#include "app/text/spelling.h"

#include <QTextDocument>

#include <utility>

namespace plexi {

namespace {

/** States of blocks, as QSyntaxHighlighter has them. */
enum State { Prose = -1, Code = 1 };

} // namespace

SpellHighlighter::SpellHighlighter(QObject *parent) : QSyntaxHighlighter(parent) { }

void SpellHighlighter::setQuickDocument(QQuickTextDocument *document)
{
    if (document == m_document)
        return;
    m_document = document;
    setDocument(document ? document->textDocument() : nullptr);
    emit documentChanged();
}

void SpellHighlighter::setChecker(app::SpellChecker *checker)
{
    if (checker == m_checker)
        return;
    if (m_checker)
        m_checker->disconnect(this);
    m_checker = checker;
    if (checker)
        connect(checker, &app::SpellChecker::checked, this, &SpellHighlighter::rehighlight);
    rehighlight();
    emit checkerChanged();
}

void SpellHighlighter::setColor(const QColor &color)
{
    if (color == m_color)
        return;
    m_color = color;
    rehighlight();
    emit colorChanged();
}

void SpellHighlighter::setCursor(int position)
{
    if (position == m_cursor)
        return;
    m_cursor = position;
    if (const int spared = std::exchange(m_sparedEnd, -1); spared >= 0 && spared != position)
        rehighlightAt(spared);
    // The editor tells of a letter first, and then of its cursor.
    if (const auto word = misspeltAt(position); word && word->first + word->second.size() == position)
        rehighlightAt(position);
    emit cursorChanged();
}

void SpellHighlighter::rehighlightAt(int position)
{
    if (const QTextDocument *document = QSyntaxHighlighter::document())
        rehighlightBlock(document->findBlock(position));
}

void SpellHighlighter::highlightBlock(const QString &text)
{
    const bool wasCode = previousBlockState() == Code;
    const bool isFence = app::isCodeFence(text);
    setCurrentBlockState(wasCode != isFence ? Code : Prose);
    if (!m_checker || !m_checker->isActive() || wasCode || isFence)
        return;
    QTextCharFormat format;
    // Qt Quick draws neither a wavy line nor one in another colour than the text's.
    format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    format.setForeground(m_color);
    const int begin = currentBlock().position();
    for (const app::WordPlace &place : app::wordsToCheck(text)) {
        if (!m_checker->isMisspelt(text.sliced(place.start, place.length)))
            continue;
        if (const int end = begin + static_cast<int>(place.start + place.length); end == m_cursor) {
            m_sparedEnd = end;
            continue;
        }
        setFormat(static_cast<int>(place.start), static_cast<int>(place.length), format);
    }
}

std::optional<std::pair<int, QString>> SpellHighlighter::misspeltAt(int position) const
{
    const QTextDocument *document = QSyntaxHighlighter::document();
    if (!document || !m_checker || !m_checker->isActive())
        return std::nullopt;
    const QTextBlock block = document->findBlock(position);
    const bool isCode = block.userState() == Code || app::isCodeFence(block.text());
    if (!block.isValid() || isCode)
        return std::nullopt;
    const int inBlock = position - block.position();
    const QString text = block.text();
    for (const app::WordPlace &place : app::wordsToCheck(text)) {
        const QString word = text.sliced(place.start, place.length);
        if (inBlock >= place.start && inBlock <= place.start + place.length && m_checker->isMisspelt(word))
            return std::pair(block.position() + static_cast<int>(place.start), word);
    }
    return std::nullopt;
}

QString SpellHighlighter::wordAt(int position) const
{
    const auto found = misspeltAt(position);
    return found ? found->second : QString();
}

int SpellHighlighter::startAt(int position) const
{
    const auto found = misspeltAt(position);
    return found ? found->first : -1;
}

} // namespace plexi
