// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spell_checker.h"

#include "app/text/spelling.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>
#include <QStringDecoder>
#include <QStringEncoder>

#include <hunspell/hunspell.hxx>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

/** Lives on the thread. Hunspell knows nothing of threads. */
struct SpellChecker::Worker : QObject {
    void load(const QString &path)
    {
        hunspell = std::make_unique<Hunspell>(QFile::encodeName(path + ".aff"_L1).constData(),
                                              QFile::encodeName(path + ".dic"_L1).constData());
        // Old dictionaries are in 8-bit encodings, which they call "ISO8859-1".
        QByteArray name(hunspell->get_dict_encoding().c_str());
        if (name.startsWith("ISO8859"))
            name.insert(3, '-');
        encoder = QStringEncoder(name.constData());
        decoder = QStringDecoder(name.constData());
        if (!encoder.isValid() || !decoder.isValid()) {
            encoder = QStringEncoder(QStringConverter::Latin1);
            decoder = QStringDecoder(QStringConverter::Latin1);
        }
    }

    bool isMisspelt(const QString &word)
    {
        const QByteArray bytes = encoder(QString(word).replace(u'’', u'\''));
        return hunspell && !hunspell->spell(bytes.toStdString());
    }

    QStringList suggestions(const QString &word)
    {
        QStringList found;
        if (!hunspell)
            return found;
        const QByteArray bytes = encoder(word);
        for (const std::string &one : hunspell->suggest(bytes.toStdString())) {
            if (found.size() == kMostSuggestions)
                break;
            found.append(decoder(QByteArrayView(one)));
        }
        return found;
    }

    std::unique_ptr<Hunspell> hunspell;
    QStringEncoder encoder{QStringConverter::Utf8};
    QStringDecoder decoder{QStringConverter::Utf8};
};

SpellChecker::SpellChecker(QStringList folders, QString wordsFile, QObject *parent)
    : QObject(parent), m_folders(std::move(folders)), m_wordsFile(std::move(wordsFile))
{
    readOwnWords();
}

SpellChecker::~SpellChecker()
{
    m_thread.quit();
    m_thread.wait();
    delete m_worker;
}

void SpellChecker::readOwnWords()
{
    QFile file(m_wordsFile);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QString &word : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
        m_ownWords.insert(word);
}

void SpellChecker::setLanguage(const QString &language)
{
    const QString path = dictionaryFor(language, m_folders);
    if (path == m_path)
        return;
    m_path = path;
    ++m_dictionaryNumber;
    m_misspelt.clear();
    m_asked.clear();
    // What it took goes at once where nothing is to be checked.
    if (m_worker && path.isEmpty())
        post([worker = m_worker] { worker->hunspell.reset(); });
    else if (m_worker)
        post([worker = m_worker, path] { worker->load(path); });
    emit changed();
    emit checked();
}

QString SpellChecker::dictionary() const
{
    if (m_path.isEmpty())
        return {};
    QString name = QFileInfo(m_path).fileName();
    const QLocale locale(name);
    if (locale.language() == QLocale::C)
        return name;
    return locale.nativeLanguageName();
}

void SpellChecker::startWorker()
{
    m_worker = new Worker;
    m_worker->moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority);
    post([worker = m_worker, path = m_path] { worker->load(path); });
}

template <typename Work>
void SpellChecker::post(Work work)
{
    QMetaObject::invokeMethod(m_worker, std::move(work), Qt::QueuedConnection);
}

bool SpellChecker::isMisspelt(const QString &word)
{
    if (m_path.isEmpty() || m_ownWords.contains(word) || m_ownWords.contains(word.toLower()))
        return false;
    if (const auto known = m_misspelt.constFind(word); known != m_misspelt.cend())
        return *known;
    if (m_asked.contains(word))
        return false;
    if (!m_worker)
        startWorker();
    // Those that are asked for in one turn of the loop are answered together.
    if (m_asked.isEmpty()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                post([this, worker = m_worker, number = m_dictionaryNumber, asked = std::exchange(m_asked, {})] {
                    QHash<QString, bool> misspelt;
                    for (const QString &one : asked)
                        misspelt.insert(one, worker->isMisspelt(one));
                    QMetaObject::invokeMethod(
                        this, [this, number, misspelt] { take(number, misspelt); }, Qt::QueuedConnection);
                });
            },
            Qt::QueuedConnection);
    }
    m_asked.insert(word);
    return false;
}

void SpellChecker::take(int dictionaryNumber, const QHash<QString, bool> &misspelt)
{
    if (dictionaryNumber != m_dictionaryNumber)
        return;
    m_misspelt.insert(misspelt);
    if (std::ranges::any_of(misspelt, [](bool isWrong) { return isWrong; }))
        emit checked();
}

void SpellChecker::suggest(const QString &word)
{
    if (!m_worker)
        return;
    post([this, worker = m_worker, word] {
        const QStringList found = worker->suggestions(word);
        QMetaObject::invokeMethod(this, [this, word, found] { emit suggested(word, found); }, Qt::QueuedConnection);
    });
}

void SpellChecker::add(const QString &word)
{
    if (word.isEmpty() || m_ownWords.contains(word))
        return;
    m_ownWords.insert(word);
    QStringList sorted = m_ownWords.values();
    sorted.sort(Qt::CaseInsensitive);
    QDir().mkpath(QFileInfo(m_wordsFile).path());
    QSaveFile file(m_wordsFile);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(sorted.join(u'\n').toUtf8() + '\n');
        file.commit();
    }
    emit checked();
}

} // namespace plexi::app
