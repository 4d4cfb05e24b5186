// Counts the words of standard input: streams, strings and maps, which are most of what
// a C++ program is made of after linking.

#include <algorithm>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

int main() {
  std::map<std::string, std::size_t> Counts;
  std::string Line;
  while (std::getline(std::cin, Line)) {
    std::istringstream Words(Line);
    for (std::string Word; Words >> Word;)
      ++Counts[Word];
  }
  std::vector<std::pair<std::string, std::size_t>> Sorted(Counts.begin(), Counts.end());
  std::stable_sort(Sorted.begin(), Sorted.end(),
                   [](const auto &A, const auto &B) { return A.second > B.second; });
  for (const auto &[Word, Count] : Sorted)
    std::cout << Count << '\t' << Word << '\n';
  return 0;
}
