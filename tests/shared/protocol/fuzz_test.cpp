// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/client_frame.h"
#include "shared/protocol/event.h"
#include "tests/shared/protocol/samples.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace plexi::protocol::test {

namespace {

using Random = std::mt19937;

int below(Random &random, qsizetype limit)
{
    return static_cast<int>(std::uniform_int_distribution<qsizetype>(0, limit - 1)(random));
}

/** What breaks parsers more often than chance does. */
QByteArray spice(Random &random)
{
    static const QByteArrayList spices{
        "null",
        "true",
        "[]",
        "{}",
        "\"\"",
        "-1",
        "1e309",
        "9223372036854775808",
        "0.1",
        "\\u0000",
        "\\ud800",
        "\xff",
        "\xc0\x80",
        "\xed\xa0\x80",
        "[[[[[",
        "}",
        "\"user_0\"",
        "\"msg_1\"",
        "\"id\":",
        "\"data\":",
        ",",
        ":",
        "\"type\":\"auth\"",
        "\n",
        "\\",
        "\"",
        "/*",
    };
    return spices.at(below(random, spices.size()));
}

/** One to four small damages. */
QByteArray damaged(QByteArray text, Random &random)
{
    const int damages = 1 + below(random, 4);
    for (int i = 0; i < damages && !text.isEmpty(); ++i) {
        const int at = below(random, text.size());
        const int length = 1 + below(random, std::min<qsizetype>(12, text.size() - at));
        switch (below(random, 5)) {
        case 0:
            text[at] = static_cast<char>(below(random, 256));
            break;
        case 1:
            text.remove(at, length);
            break;
        case 2:
            text.insert(at, text.sliced(at, length));
            break;
        case 3:
            text.replace(at, length, spice(random));
            break;
        default:
            text.insert(at, spice(random));
            break;
        }
    }
    return text;
}

} // namespace

/**
 * Damaged frames: each is either refused with an error that can be sent, or understood, and then it can be written and
 * is understood the same way again. The seed is fixed, so that what fails once fails always.
 */
class FuzzTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesDamagedClientFrames();
    void survivesDamagedServerFrames();
};

void FuzzTest::survivesDamagedClientFrames()
{
    Random random(20250115);
    QByteArrayList frames;
    for (const ClientRequest &request : sampleRequests())
        frames.append(encodeClientFrame(request, "id-1"_L1));
    int understood = 0;
    for (int round = 0; round < 40'000; ++round) {
        const QByteArray frame = damaged(frames.at(below(random, frames.size())), random);
        const auto read = decodeClientFrame(frame);
        if (!read) {
            const QByteArray answer = encodeFrame(ErrorFrame{read.error().error}, read.error().id);
            QVERIFY2(decodeFrame(answer), frame.toHex().constData());
            continue;
        }
        ++understood;
        const QByteArray written = encodeClientFrame(read->request, read->id);
        const auto again = decodeClientFrame(written);
        QVERIFY2(again, frame.toHex().constData());
        QVERIFY2(encodeClientFrame(again->request, again->id) == written, frame.toHex().constData());
    }
    // Enough of both, or the damage is not the right kind.
    QVERIFY2(understood > 1'000 && understood < 30'000, qPrintable(QString::number(understood)));
}

void FuzzTest::survivesDamagedServerFrames()
{
    Random random(20250116);
    QByteArrayList frames;
    for (const Event &event : sampleEvents())
        frames.append(encodeFrame(event, 7));
    int understood = 0;
    for (int round = 0; round < 40'000; ++round) {
        const QByteArray frame = damaged(frames.at(below(random, frames.size())), random);
        const auto read = decodeFrame(frame);
        if (!read)
            continue;
        ++understood;
        const QByteArray written = encodeFrame(read->event, read->replyTo);
        const auto again = decodeFrame(written);
        QVERIFY2(again, frame.toHex().constData());
        QVERIFY2(encodeFrame(again->event, again->replyTo) == written, frame.toHex().constData());
    }
    QVERIFY2(understood > 1'000 && understood < 30'000, qPrintable(QString::number(understood)));
}

} // namespace plexi::protocol::test

QTEST_GUILESS_MAIN(plexi::protocol::test::FuzzTest)
#include "fuzz_test.moc"
