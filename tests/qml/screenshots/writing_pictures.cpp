// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/screenshots/writing_pictures.h"

using namespace Qt::StringLiterals;

namespace plexi::test {

void shootSpelling(Studio &studio)
{
    studio.application().settings()->setLanguage(u"en"_s);
    app::SpellChecker *checker = studio.application().spelling();
    studio.type(u"I boked the quiet room for the test day, and `wrng()` is code for @kenji "_s);
    if (!checker->isActive())
        return;
    studio.await("dictionary", [checker] { return checker->isMisspelt(u"boked"_s); });
    studio.shoot(u"main-spelling"_s);
    studio.press(Qt::Key_Home);
    for (int i = 0; i < 4; ++i)
        studio.press(Qt::Key_Right);
    studio.press(Qt::Key_Menu);
    studio.settle();
    studio.shoot(u"main-spelling-menu"_s);
    studio.press(Qt::Key_Escape);
    studio.press(Qt::Key_A, Qt::ControlModifier);
    studio.press(Qt::Key_Delete);
}

void shootSearch(Studio &studio)
{
    studio.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    studio.shoot(u"panel-search-empty"_s);
    studio.type(u"tile"_s);
    studio.shoot(u"panel-search"_s);
    studio.type(u"zzz"_s);
    studio.shoot(u"panel-search-none"_s);
    studio.press(Qt::Key_A, Qt::ControlModifier);
    studio.press(Qt::Key_Delete);
    studio.session().searchFilters()->setFrom(studio.sample().amara.toString());
    studio.session().searchFilters()->setSince(30);
    studio.settle();
    studio.shoot(u"panel-search-filters"_s);
    studio.session().searchFilters()->clear();
    studio.call(u"PersonPicker"_s, "open");
    studio.shoot(u"panel-search-person"_s);
    studio.press(Qt::Key_Escape);
    studio.call(u"DayMenu"_s, "open");
    studio.shoot(u"panel-search-day"_s);
    studio.press(Qt::Key_Escape);
}

void shootDownloads(Studio &studio, const QString &folder)
{
    studio.server().pictures.insert(u"files/file_7/download"_s, QByteArray(1'800'000, 'x'));
    app::Downloads *downloads = studio.session().downloads();
    downloads->save(FileId(7), u"Harbor 2.4 release plan.pdf"_s, folder);
    downloads->save(FileId(8), u"tile-cache-trace.zip"_s, folder);
    studio.await("downloads", [downloads] {
        return downloads->index(0).data(app::Downloads::StageRole).toInt() == app::Downloads::Done
            && downloads->index(1).data(app::Downloads::StageRole).toInt() == app::Downloads::Failed;
    });
    studio.shoot(u"main-downloads"_s);
    while (downloads->count() > 0)
        downloads->dismiss(downloads->index(0).data(app::Downloads::DownloadIdRole).toInt());
}

} // namespace plexi::test
