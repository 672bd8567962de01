// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThread>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace plexi::app {

/**
 * Knows which words are misspelt, by Hunspell's dictionaries and those that the person has added. Reading a dictionary takes a
 * tenth of a second and more, and so does thinking of suggestions, so that a thread of its own does both: what is not known
 * yet counts as right, until checked() says that more is known. Main thread.
 */
class SpellChecker : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the application")
    /** Words are checked. */
    Q_PROPERTY(bool active READ isActive NOTIFY changed FINAL)
    /** "American English", for people; empty where there is no dictionary for the language. */
    Q_PROPERTY(QString dictionary READ dictionary NOTIFY changed FINAL)

public:
    static constexpr qsizetype kMostSuggestions = 5;

    /** @p folders: see dictionaryFolders(). @p wordsFile: where the person's own words are kept, one a line. */
    SpellChecker(QStringList folders, QString wordsFile, QObject *parent = nullptr);
    ~SpellChecker() override;

    /** Nothing is read before the first word is asked for. Empty: nothing is checked. */
    void setLanguage(const QString &language);
    bool isActive() const { return !m_path.isEmpty(); }
    QString dictionary() const;

    bool isMisspelt(const QString &word);
    /** Answered by suggested(). */
    Q_INVOKABLE void suggest(const QString &word);
    /** Adds it to the person's own words. */
    Q_INVOKABLE void add(const QString &word);

signals:
    void changed();
    /** More words are known to be right or wrong. */
    void checked();
    void suggested(const QString &word, const QStringList &suggestions);

private:
    struct Worker;

    /** On the worker's thread, behind what was asked for before. */
    template <typename Work>
    void post(Work work);
    void startWorker();
    void readOwnWords();
    void take(int dictionaryNumber, const QHash<QString, bool> &misspelt);

    QStringList m_folders;
    QString m_wordsFile;
    /** Of the dictionary, without the ending; empty for none. */
    QString m_path;
    /** Answers about an older one are of no use. */
    int m_dictionaryNumber = 0;
    QHash<QString, bool> m_misspelt;
    QSet<QString> m_asked;
    QSet<QString> m_ownWords;
    QThread m_thread;
    /** On m_thread; null before it is needed. */
    Worker *m_worker = nullptr;
};

} // namespace plexi::app
