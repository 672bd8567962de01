// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/spell_checker.h"

#include <QColor>
#include <QPointer>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>
#include <QtQmlIntegration>

namespace plexi {

/** Underlines misspelt words in an editor, but for the one at whose end the cursor is. Nothing in blocks of code. */
class SpellHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *document READ quickDocument WRITE setQuickDocument NOTIFY documentChanged FINAL)
    /** May be null. */
    Q_PROPERTY(plexi::app::SpellChecker *checker READ checker WRITE setChecker NOTIFY checkerChanged FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL)
    /** The editor's; -1 where nobody is writing. */
    Q_PROPERTY(int cursor READ cursor WRITE setCursor NOTIFY cursorChanged FINAL)

public:
    explicit SpellHighlighter(QObject *parent = nullptr);

    QQuickTextDocument *quickDocument() const { return m_document; }
    void setQuickDocument(QQuickTextDocument *document);
    app::SpellChecker *checker() const { return m_checker; }
    void setChecker(app::SpellChecker *checker);
    QColor color() const { return m_color; }
    void setColor(const QColor &color);
    int cursor() const { return m_cursor; }
    void setCursor(int position);

    /** The misspelt word at this place, or an empty text. */
    Q_INVOKABLE QString wordAt(int position) const;
    /** Where it begins; -1 where there is none. */
    Q_INVOKABLE int startAt(int position) const;

signals:
    void documentChanged();
    void checkerChanged();
    void colorChanged();
    void cursorChanged();

protected:
    void highlightBlock(const QString &text) override;

private:
    void rehighlightAt(int position);
    /** The misspelt word around this place; its start is that in the document. */
    std::optional<std::pair<int, QString>> misspeltAt(int position) const;

    QPointer<QQuickTextDocument> m_document;
    QPointer<app::SpellChecker> m_checker;
    QColor m_color;
    int m_cursor = -1;
    /** Where a word ends that was spared because it is being written, in the document. */
    int m_sparedEnd = -1;
};

} // namespace plexi
