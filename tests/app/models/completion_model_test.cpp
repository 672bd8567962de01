// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/completion_model.h"
#include "tests/app/session/session_fixture.h"

using namespace plexi;
using namespace plexi::test;

class CompletionModelTest : public SessionFixture
{
    Q_OBJECT

    CompletionModel m_model;

    QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < m_model.rowCount(); ++row)
            all << m_model.index(row).data(CompletionModel::TitleRole).toString();
        return all;
    }

    void type(const QString &text) { m_model.update(text, static_cast<int>(text.size())); }

private slots:
    void init()
    {
        SessionFixture::init();
        start();
        m_model.setSession(m_session.get());
    }

    void cleanup()
    {
        m_model.setSession(nullptr);
        SessionFixture::cleanup();
    }

    void offersPeople()
    {
        type(u"hello @sto"_s);
        QCOMPARE(titles(), QStringList{u"Bob Stone"_s});
        QCOMPARE(m_model.start(), 6);
        QCOMPARE(m_model.textOf(0), u"@bob "_s);
        type(u"@"_s);
        QCOMPARE(titles(), (QStringList{u"Ann"_s, u"Bob Stone"_s, u"@channel"_s, u"@here"_s}));
        type(u"mail@b"_s);
        QCOMPARE(titles(), QStringList());
        type(u"(@B"_s);
        QCOMPARE(titles(), QStringList{u"Bob Stone"_s});
    }

    void offersChannels()
    {
        type(u"see #"_s);
        QCOMPARE(titles(), (QStringList{u"general"_s, u"quiet"_s}));
        type(u"see #ui"_s);
        QCOMPARE(titles(), QStringList{u"quiet"_s});
        QCOMPARE(m_model.textOf(0), u"#quiet "_s);
    }

    void offersEmoji()
    {
        type(u":t"_s);
        QCOMPARE(m_model.count(), 0);
        type(u"well done :tad"_s);
        QCOMPARE(titles().first(), u":tada:"_s);
        QCOMPARE(m_model.textOf(0), u"🎉 "_s);
        QVERIFY(m_model.count() <= CompletionModel::kMaxRows);
        type(u"at 10:30"_s);
        QCOMPARE(m_model.count(), 0);
    }

    void looksBeforeTheCursorOnly()
    {
        m_model.update(u"@bo and more"_s, 3);
        QCOMPARE(titles(), QStringList{u"Bob Stone"_s});
        m_model.update(u"@bo and more"_s, 7);
        QCOMPARE(m_model.count(), 0);
        QCOMPARE(m_model.textOf(0), QString());
    }

    void aCursorBehindTheEndIsAtTheEnd()
    {
        m_model.update(u"@bo"_s, 7);
        QCOMPARE(titles(), QStringList{u"Bob Stone"_s});
        m_model.update(QString(), 5);
        QCOMPARE(m_model.count(), 0);
    }
};

QTEST_MAIN(CompletionModelTest)
#include "completion_model_test.moc"
