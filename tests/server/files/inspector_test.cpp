// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/inspector.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using files::Inspector;
using files::Picture;

namespace {

/** The answer to one picture; nothing while it is being looked into. */
using Answer = std::optional<Result<Picture>>;

QCoro::Task<> ask(Inspector *inspector, QByteArray original, std::shared_ptr<Answer> answer)
{
    Result<Picture> made = co_await inspector->avatar(original, 128);
    answer->emplace(std::move(made));
}

QByteArray jpeg()
{
    QImage image(300, 200, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg");
    return bytes;
}

} // namespace

class InspectorTest : public QObject
{
    Q_OBJECT

private slots:
    void readsWithTheRealHelper()
    {
        Inspector inspector({.program = QString::fromUtf8(PLEXI_INSPECTOR)});
        const auto made = answerOf(inspector, jpeg());
        QVERIFY(made);
        QCOMPARE(made->contentType, "image/jpeg");
        QCOMPARE(QImage::fromData(made->bytes).size(), QSize(128, 128));
        const auto refused = answerOf(inspector, "not a picture");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::UnsupportedMediaType);
    }

    void hostilePicturesGetAnAnswer()
    {
        Inspector inspector({.program = QString::fromUtf8(PLEXI_INSPECTOR)});
        QRandomGenerator random(20261123);
        for (int round = 0; round < 40; ++round) {
            QByteArray bytes = jpeg();
            for (int change = 0; change < 12; ++change)
                bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            const auto made = answerOf(inspector, bytes);
            QVERIFY(made || made.error().code == ErrorCode::ValidationError
                    || made.error().code == ErrorCode::UnsupportedMediaType);
        }
    }

    void brokenHelperCostsOnlyTheFile_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("crashes") << u"kill -SEGV $$"_s;
        QTest::newRow("fails") << u"cat > /dev/null; exit 1"_s;
        QTest::newRow("never ends") << u"exec sleep 600"_s;
        QTest::newRow("never stops writing") << u"exec yes"_s;
        QTest::newRow("closes its input") << u"exec 0<&-; exit 1"_s;
        QTest::newRow("answers nonsense") << u"cat > /dev/null; echo '{\"content_type\":\"text/html\"}'; echo x"_s;
        QTest::newRow("answers nothing") << u"cat > /dev/null"_s;
    }

    void brokenHelperCostsOnlyTheFile()
    {
        QFETCH(QString, script);
        QTemporaryDir folder;
        Inspector inspector({.program = helper(folder, script), .deadline = std::chrono::milliseconds(1500)});
        const auto made = answerOf(inspector, jpeg().repeated(50));
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::ValidationError);
        QCOMPARE(made.error().details.value("field"_L1).toString(), u"file"_s);
    }

    void helperGetsNoSecrets()
    {
        qputenv("PLEXICHAT_TEST_SECRET", "swordfish");
        QTemporaryDir folder;
        Inspector inspector(
            {.program = helper(folder,
                               u"cat > /dev/null; echo '{\"content_type\":\"image/png\"}'; /usr/bin/env; pwd"_s)});
        const auto made = answerOf(inspector, jpeg());
        QVERIFY(made);
        QVERIFY(made->bytes.endsWith("\n/\n"));
        QVERIFY(!made->bytes.contains("swordfish"));
    }

    void missingHelperIsUnavailable()
    {
        Inspector inspector({.program = u"/nowhere/plexichat-inspector"_s});
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be started"_s));
        QCOMPARE(answerOf(inspector, jpeg()).error().code, ErrorCode::ServiceUnavailable);
    }

    void tooManyAreRefused()
    {
        QTemporaryDir folder;
        Inspector inspector({.program = helper(folder, u"cat > /dev/null; exit 1"_s), .processes = 1, .maxWaiting = 2});
        QList<std::shared_ptr<Answer>> answers;
        for (int i = 0; i < 5; ++i) {
            answers.append(std::make_shared<Answer>());
            ask(&inspector, jpeg(), answers.last());
        }
        for (int i = 2; i < 5; ++i) {
            QVERIFY(answers[i]->has_value());
            QCOMPARE(answers[i]->value().error().code, ErrorCode::ServiceUnavailable);
        }
        QTRY_VERIFY(answers[0]->has_value() && answers[1]->has_value());
        QCOMPARE(answers[1]->value().error().code, ErrorCode::ValidationError);
    }

private:
    static Result<Picture> answerOf(Inspector &inspector, const QByteArray &original)
    {
        auto answer = std::make_shared<Answer>();
        ask(&inspector, original, answer);
        if (!QTest::qWaitFor([&] { return answer->has_value(); }, 30'000))
            qFatal("no answer");
        return **answer;
    }

    static QString helper(const QTemporaryDir &folder, const QString &script)
    {
        QFile file(folder.filePath(u"helper"_s));
        if (!file.open(QFile::WriteOnly) || file.write("#!/bin/sh\n" + script.toUtf8() + '\n') < 0
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            qFatal("no helper");
        return file.fileName();
    }
};

QTEST_GUILESS_MAIN(InspectorTest)
#include "inspector_test.moc"
