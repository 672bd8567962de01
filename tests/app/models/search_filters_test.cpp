// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/search_filters.h"

#include "app/models/time_text.h"
#include "shared/protocol/message.h"

#include <QDateTime>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;

class SearchFiltersTest : public QObject
{
    Q_OBJECT

    const UserId m_self{1};
    std::unique_ptr<Channels> m_channels;
    std::unique_ptr<People> m_people;
    std::unique_ptr<SearchFilters> m_filters;

    static Timestamp startOf(int year, int month, int day)
    {
        return {QDate(year, month, day).startOfDay().toMSecsSinceEpoch()};
    }

    void addUser(qint64 id, const QString &username, const QString &name)
    {
        protocol::User user;
        user.id = UserId(id);
        user.username = username;
        user.displayName = name;
        m_people->put(user);
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void init()
    {
        m_channels = std::make_unique<Channels>(m_self);
        m_people = std::make_unique<People>();
        m_filters = std::make_unique<SearchFilters>(m_channels.get(), m_people.get(), m_self);
        addUser(1, u"ann"_s, u"Ann"_s);
        addUser(2, u"bob"_s, u"Bob Stone"_s);
        protocol::Channel channel;
        channel.id = ChannelId(10);
        channel.name = u"Big Room"_s;
        channel.slug = u"big"_s;
        channel.viewer = protocol::Channel::Viewer{};
        m_channels->putSnapshot(channel);
    }

    void cleanup()
    {
        m_filters.reset();
        m_people.reset();
        m_channels.reset();
    }

    void takesWhatIsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rest");
        QTest::addColumn<protocol::MessageFilter>("filter");
        using Filter = protocol::MessageFilter;
        QTest::newRow("person") << u"from:bob tea"_s << u"tea"_s << Filter{.from = UserId(2)};
        QTest::newRow("sign and case") << u"green FROM:@Bob tea"_s << u"green tea"_s << Filter{.from = UserId(2)};
        QTest::newRow("oneself") << u"from:me "_s << QString() << Filter{.from = UserId(1)};
        QTest::newRow("things") << u"has:file has:link x"_s << u"x"_s << Filter{.hasFile = true, .hasLink = true};
        QTest::newRow("before a day") << u"before:2025-01-31 "_s << QString() << Filter{.until = startOf(2025, 1, 31)};
        QTest::newRow("after a day") << u"after:2025-01-31 "_s << QString() << Filter{.since = startOf(2025, 2, 1)};
        QTest::newRow("a month and a year") << u"before:2025-02 after:2023 "_s << QString()
                                            << Filter{.since = startOf(2024, 1, 1), .until = startOf(2025, 2, 1)};
        // Still being written, unwanted, or without a meaning here.
        for (const QString &text : {u"from:bob"_s, u"-from:bob x"_s, u"from:zoe x"_s, u"before:2025-13-01 x"_s,
                                    u"has:money x"_s, u"has: x"_s, u"unfrom:bob x"_s, u"in:nowhere x"_s})
            QTest::newRow(qPrintable(text)) << text << text << Filter{};
    }

    void takesWhatIsTyped()
    {
        QFETCH(QString, text);
        QFETCH(QString, rest);
        QFETCH(protocol::MessageFilter, filter);
        QCOMPARE(m_filters->take(text), rest);
        QVERIFY(m_filters->filter() == filter);
        QCOMPARE(m_filters->isAny(), !filter.isEmpty());
    }

    void takesChannels()
    {
        for (const QString &text : {u"in:big x"_s, u"in:#big x"_s, u"in:\"big room\" x"_s}) {
            QCOMPARE(m_filters->take(text), u"x"_s);
            QCOMPARE(m_filters->channel(), ChannelId(10));
            QCOMPARE(m_filters->channelText(), u"In #Big Room"_s);
            m_filters->clearChannel();
            QVERIFY(!m_filters->isAny());
        }
    }

    void saysWhatIsSet()
    {
        QSignalSpy changed(m_filters.get(), &SearchFilters::changed);
        m_filters->setFrom(u"user_2"_s);
        m_filters->setFrom(u"user_2"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_filters->fromText(), u"From Bob Stone"_s);
        m_filters->take(u"after:2024-12-31 before:2025-02-01 "_s);
        QCOMPARE(m_filters->sinceText(), u"Since "_s + dayName(QDate(2025, 1, 1)));
        QCOMPARE(m_filters->untilText(), u"Until "_s + dayName(QDate(2025, 1, 31)));
        m_filters->setHasFile(true);
        // The last of them as they stand first, and so on.
        m_filters->clearLast();
        QVERIFY(m_filters->untilText().isEmpty() && !m_filters->sinceText().isEmpty());
        m_filters->clearLast();
        QVERIFY(m_filters->sinceText().isEmpty() && m_filters->hasFile());
        m_filters->clearLast();
        QVERIFY(!m_filters->hasFile() && m_filters->isAny());
        m_filters->clearLast();
        QVERIFY(!m_filters->isAny());
        changed.clear();
        m_filters->clearLast();
        m_filters->clear();
        QCOMPARE(changed.size(), 0);
    }

    void countsDaysBack()
    {
        m_filters->setSince(0);
        const Timestamp today{QDate::currentDate().startOfDay().toMSecsSinceEpoch()};
        QCOMPARE(m_filters->filter().since->ms, today.ms);
        m_filters->setUntil(0);
        QCOMPARE(m_filters->filter().until->ms, QDate::currentDate().addDays(1).startOfDay().toMSecsSinceEpoch());
        m_filters->clear();
        QVERIFY(m_filters->filter().isEmpty());
    }

    void fitsMessages()
    {
        protocol::Message message;
        message.userId = UserId(2);
        message.content = u"see https://a.example"_s;
        message.createdAt = startOf(2025, 1, 31);
        using Filter = protocol::MessageFilter;
        for (const Filter &fitting : {Filter{}, Filter{.from = UserId(2)}, Filter{.hasLink = true},
                                      Filter{.since = startOf(2025, 1, 31)}, Filter{.until = startOf(2025, 2, 1)}})
            QVERIFY(fitting.fits(message));
        for (const Filter &other : {Filter{.from = UserId(1)}, Filter{.hasFile = true},
                                    Filter{.since = startOf(2025, 2, 1)}, Filter{.until = startOf(2025, 1, 31)}})
            QVERIFY(!other.fits(message));
        message.isDeleted = true;
        QVERIFY(!Filter{}.fits(message));
    }
};

QTEST_GUILESS_MAIN(SearchFiltersTest)
#include "search_filters_test.moc"
